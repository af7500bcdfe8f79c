#!/bin/sh
# --as-typed: posts are read as they are typed, but for slang.
. "$top_srcdir/tests/init.sh"

cat > posts.csv <<'END'
text
Que atensiones tan acojedoras
Son m13rda y un p**o asco
e s t a f a #malaexperiencia buenoo xq superamable
END

cat > exp <<'END'
norm
que atensiones tan acojedoras
son m13rda y un p**o asco
e s t a f a #malaexperiencia malaexperiencia bueno porque superamable
END
clamor-norm --as-typed posts.csv > out || fail=1
sed 's/.*,//' out > got
compare exp got || fail=1

cat > exp <<'END'
norm
que atenciones tan acogedoras
son mierda y un puto asco
estafa #malaexperiencia mala experiencia bueno porque super amable
END
clamor-norm posts.csv > out || fail=1
sed 's/.*,//' out > got
compare exp got || fail=1

# a term of the user's is misspelt as well, and stays a word of its own
printf 'term,weight\nvibrátil,-1\nbibratil,1\nacojedor,-3\n' > own.csv
printf 'text\nvibratil vivratil bibratil acojedor\n' > p.csv
clamor-match --no-defaults -f ./own.csv p.csv | cut -d, -f5,10- > out || fail=1
cat > exp <<'END'
term,start,end,words
vibrátil,0,8,vibratil
vibrátil,9,17,vivratil
bibratil,18,26,bibratil
acojedor,27,35,acojedor
END
compare exp out || fail=1

# filters that read posts with lexicons know the option
for filter in label match norm; do
	clamor-$filter --as-typed posts.csv > /dev/null || fail=1
done
returns_ 1 clamor-grep --as-typed acogedoras posts.csv > out || fail=1
returns_ 0 clamor-grep acogedoras posts.csv > out || fail=1

exit $fail

# The posts that match: blind to accents, case and spelling; TERM, -e, -f.
. "$top_srcdir/tests/init.sh"

cat > in << \END
id,text
1,"El servicio es PÉSIMO, ""de verdad"""
2,todo bien
3,pesimoooo trato
4, xq no contestan
5,#PublicidadEngañosa
6,llevo 3 largas horas
7,publicidad enganosa
END
while read -r ids term; do
	clamor-grep "$term" in > out 2> err
	sed -n 's/^\([0-9]*\),.*/\1/p' out | tr -d '\n' > got
	printf '%s' "$ids" | tr -d - > exp
	compare exp got || { echo "for $term"; fail=1; }
	compare /dev/null err || fail=1
done << \END
13 pésimo
13 PESIM*
1 pesimo ~1 verdad
2 {todo|nada} bien
4 porque
4 xq
57 publicidad engañosa
6 <num> ~1 horas
13 /pesim/
1 !PÉSIMO
- !pésimo
- nada
END

# records pass byte for byte, the header once
cat > exp << \END
id,text
1,"El servicio es PÉSIMO, ""de verdad"""
4, xq no contestan
END
returns_ 0 clamor-grep -e 'es pesimo' -e porque in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
returns_ 0 clamor-grep -e 'es pesimo' -e porque in in > out || fail=1
sed 1d exp | cat exp - > exp2
compare exp2 out || fail=1
printf '\357\273\277id,text\r\n1,"no\r\nno"\r\n' |
	returns_ 0 clamor-grep no > out || fail=1
printf 'id,text\n1,"no\r\nno"\n' > exp
compare exp out || fail=1

# -f: the entries of a lexicon, but not its modifiers; -e adds to it
cat > w.csv << \END
term,weight,role,to
bien,2,,
muy,,intensifier,
no,,negator,
grax,,slang,gracias
END
printf 'text\nmuy mal\nno\ngrax\ntodo bien\n' > in
printf 'text\ntodo bien\n' > exp
returns_ 0 clamor-grep -f ./w.csv in > out || fail=1
compare exp out || fail=1
printf 'text\ngrax\ntodo bien\n' > exp
returns_ 0 clamor-grep -f ./w.csv -e gracias in > out || fail=1
compare exp out || fail=1
# a modifier that is asked for is a term as any other
printf 'text\nno\n' > exp
returns_ 0 clamor-grep no in > out || fail=1
compare exp out || fail=1
returns_ 0 clamor-grep -f ./w.csv -e no -c in > out || fail=1
echo 2 > exp
compare exp out || fail=1
exit $fail

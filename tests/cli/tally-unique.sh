# Copies count unless --unique.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
brand,kind,copy
Uno,complaint,
Uno,complaint,retweet
Uno,complaint,near
Dos,praise,
END
returns_ 0 clamor-tally --by brand in.csv > out || fail=1
cut -d, -f1-4 out > short
printf '%s\n' brand,posts,complaints,praise Dos,1,0,1 Uno,3,3,0 > exp
compare exp short || fail=1

returns_ 0 clamor-tally --by brand --unique in.csv > out || fail=1
cut -d, -f1-4 out > short
printf '%s\n' brand,posts,complaints,praise Dos,1,0,1 Uno,1,1,0 > exp
compare exp short || fail=1

cut -d, -f1,2 in.csv > plain.csv
echo 'clamor-tally: --unique needs a column copy, which is empty for all posts but copies' > exp-err
returns_ 2 clamor-tally --by brand --unique plain.csv > out 2> err || fail=1
compare exp-err err || fail=1

exit $fail

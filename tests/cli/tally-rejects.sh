# A post whose kind is none is rejected, never put among the others.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
brand,kind
Uno,praise
Uno,queja
Uno,
Uno
Uno,spam
END
returns_ 3 clamor-tally --by brand --rejects rejects.csv --stats in.csv \
	> out 2> err || fail=1
sed -n 2p out | grep '^Uno,2,0,1,' > /dev/null || fail=1
test "$(grep -c '^in\.csv,' rejects.csv)" -eq 3 || fail=1
grep 'kind is none of' rejects.csv > /dev/null || fail=1
grep 'posts=2 direction_out=0 copies=0 rows=1' err > /dev/null || fail=1

returns_ 0 clamor-tally --by brand --max-rejects 3 in.csv > out 2> err || fail=1

exit $fail

# scripts/make-lexicon makes as many entries as it is asked for, all good.
. "$top_srcdir/tests/init.sh"

# entries EXPECTED FILE PATTERN: so many rows of the file hold the pattern
entries() {
	[ "$(sed 1d "$2" | grep -c "$3")" -eq "$1" ] && return 0
	echo "not $1 rows of $3 in $2" >&9
	return 1
}

"$top_srcdir/scripts/make-lexicon" 2000 100 > small.csv || fail=1
"$top_srcdir/scripts/make-lexicon" 10000 200 > large.csv || fail=1
entries 2000 small.csv . || fail=1
entries 100 small.csv '^"/' || fail=1
entries 500 small.csv '^"[a-z]* ' || fail=1
entries 10000 large.csv . || fail=1
entries 200 large.csv '^"/' || fail=1
for file in small large; do
	returns_ 0 clamor-lexicon check --errors ./$file.csv > out 2> err || fail=1
	compare /dev/null err || fail=1
done
exit $fail

# The language of terms is what clamor-lexicon(5) says: each of its lines
# "TERM  hits|misses|fails  TEXT" comes true.
. "$top_srcdir/tests/init.sh"
command -v mandoc >/dev/null || skip 'no mandoc'

mandoc -T utf8 -O width=200 "$top_srcdir/man/clamor-lexicon.5" |
	sed "s/.$(printf '\b')//g; s/^ *//" > page || fail=1
grep -E '  (hits|misses|fails)  ' page > lines
[ "$(wc -l < lines)" -gt 60 ] || fail=1

# cell TEXT: as a CSV cell
cell() {
	printf '"%s"\n' "$(printf '%s\n' "$1" | sed 's/"/""/g')"
}

while read -r line; do
	term=$(printf '%s\n' "$line" | sed -E 's/ +(hits|misses|fails)  .*//')
	what=$(printf '%s\n' "$line" | sed -E 's/.*  (hits|misses|fails)  .*/\1/')
	text=$(printf '%s\n' "$line" | sed -E 's/.*  (hits|misses|fails)  +//')
	{ echo term && cell "$term"; } > l.csv
	{ echo text && cell "$text"; } > posts.csv
	clamor-match --no-defaults -f ./l.csv posts.csv > out 2> err
	status=$?
	rows=$(wc -l < out)
	case $what in
	hits) [ $status -eq 0 ] && [ "$rows" -gt 1 ] ;;
	misses) [ $status -eq 0 ] && [ "$rows" -eq 1 ] ;;
	fails) [ $status -eq 2 ] && grep -F "l.csv:2: " err |
		grep -F -- "$text" > /dev/null ;;
	esac || {
		echo "not so: $line" >&9
		cat err >&9
		fail=1
	}
done < lines
exit $fail

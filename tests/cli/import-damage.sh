# Damaged exports: whatever happens to the bytes, every record that comes in
# goes out, is rejected, or is a repeated header; nothing crashes.
. "$top_srcdir/tests/init.sh"
LC_ALL=C
export LC_ALL

# counted NAME: import the damaged file `bad` and check the counts
counted()
{
	clamor-import --tz UTC --date-order dmy --stats --max-record 4k bad > out 2> err
	status=$?
	case $status in
	0 | 2 | 3) ;;
	*)
		echo "$1: status $status" >&9
		fail=1
		;;
	esac
	lines=$(wc -l < out)
	sed -n 's/^clamor-import: in=\([0-9]*\) out=\([0-9]*\) rejected=\([0-9]*\) headers=\([0-9]*\) .*/\1 \2 \3 \4/p' err > counts
	read -r in out rejected headers < counts || in=none
	if [ "$in" != "$((out + rejected + headers))" ] ||
		{ [ "$lines" -gt 0 ] && [ "$lines" -ne "$((out + 1))" ]; }; then
		echo "$1: in=$in out=$out rejected=$rejected headers=$headers, $lines lines" >&9
		fail=1
	fi
}

for file in "$top_srcdir"/samples/exports/*; do
	name=${file##*/}
	size=$(wc -c < "$file")
	for share in 17 50 83 99; do
		head -c $((size * share / 100)) "$file" > bad
		counted "$name cut at $share %"
		# something else in its place
		{ printf '"{\\\377'; tail -c $((size - size * share / 100)) "$file"; } >> bad
		counted "$name broken at $share %"
	done
	tr -d '\n' < "$file" > bad
	counted "$name without line ends"
	cat "$file" "$file" > bad
	counted "$name twice"
	{ tail -n 1 "$file"; cat "$file"; } > bad
	counted "$name with its last line first"
done
exit $fail

# The shipped lexicons: no problem that clamor-lexicon check can find (doubled
# forms, unknown codes, examples that do not match), and enough of everything.
. "$top_srcdir/tests/init.sh"

returns_ 0 clamor-lexicon check > out 2> err || fail=1
compare /dev/null err || fail=1
for country in ar cl co es mx pe; do # their examples, too
	returns_ 0 clamor-lexicon check --country $country 2> err > chosen ||
		fail=1
	compare /dev/null err || fail=1
	n=$(grep -c '^[^#]*,' "$top_srcdir/lexicons/$country.csv")
	[ "$n" -ge 120 ] || { echo "$country: $n entries" >&9; fail=1; }
done
entries=$(sed -n 's/^entries=\([0-9]*\) .*/\1/p' out)
[ "${entries:-0}" -ge 900 ] || { echo "only $entries entries" >&9; fail=1; }

# every code is served by at least 15 entries with a weight
sed 1d "$top_srcdir/lexicons/codes.csv" | cut -d, -f1 > codes
cat "$top_srcdir"/lexicons/*.csv > all
while read -r code; do
	n=$(grep -cE "^([^\",]*|\"[^\"]*\"),-?[1-5](\.[0-9]+)?,$code," all)
	[ "$n" -ge 15 ] || { echo "$code: $n entries" >&9; fail=1; }
done < codes

# each file says at its top what belongs in it
for file in "$top_srcdir"/lexicons/*.csv; do
	case $file in
	*/codes.csv) continue ;;
	esac
	sed -n 2p "$file" | grep -q '^"\{0,1\}# ' ||
		{ echo "$file says nothing" >&9; fail=1; }
done
exit $fail

# The method in clamor-label(1) is what the filter does: with the lexicon that
# stands there, each line "POST => EVIDENCE" and "POST -> KIND" comes true.
. "$top_srcdir/tests/init.sh"
command -v mandoc >/dev/null || skip 'no mandoc'

mandoc -T utf8 -O width=200 "$top_srcdir/man/clamor-label.1" |
	sed "s/.$(printf '\b')//g; s/^ *//" > page || fail=1
sed -n '/^term,weight/,/^$/p' page | sed '/^$/d' > rules.csv
[ "$(wc -l < rules.csv)" -gt 5 ] || fail=1

# judge SEPARATOR LEAST: take the examples, more than LEAST of them, apart: the
# posts before it, judged, are labelled.csv, what is behind it is expected
judge() {
	grep " $1 " page > examples
	[ "$(wc -l < examples)" -gt "$2" ] || fail=1
	{
		echo text
		sed "s/ $1 .*//; s/.*/\"&\"/" examples
	} > posts.csv
	sed "s/.* $1 //" examples > expected
	clamor-label --no-defaults -f ./rules.csv posts.csv > labelled.csv ||
		fail=1
}

# evidence is the last cell; the places of the words are not in the page
judge '=>' 10
sed -n '2,$p' labelled.csv | sed 's/.*,//; s/@[0-9]*:[0-9]*=/=/g' > actual
compare expected actual || fail=1

# and each line "POST -> KIND"
judge '->' 5
sed -n '2,$p' labelled.csv | sed 's/^"[^"]*",//; s/,.*//' > actual
compare expected actual || fail=1
exit $fail

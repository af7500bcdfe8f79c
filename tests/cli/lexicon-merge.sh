# merge: one file that does, loaded alone, what the lexicons do in order.
. "$top_srcdir/tests/init.sh"

clamor-import --tz UTC "$top_srcdir/samples/tweets-es.csv" > posts.csv || fail=1

# hits ARGUMENT...: what match finds, without the lexicons and lines it names
hits() {
	clamor-match "$@" posts.csv | cut -d, -f1-2,5- || fail=1
}

# same ARGUMENT...: one.csv does what lexicons loaded by these arguments do
# (--country also gives label its seasons: it is no lexicon)
country=
same() {
	hits "$@" > exp
	hits --no-defaults -f ./one.csv > actual
	compare exp actual || fail=1
	clamor-label "$@" posts.csv > exp || fail=1
	clamor-label --no-defaults ${country:+--country "$country"} \
		-f ./one.csv posts.csv > actual || fail=1
	compare exp actual || fail=1
	returns_ 0 clamor-lexicon check --errors ./one.csv > counts || fail=1
	returns_ 0 clamor-lexicon merge ./one.csv > again.csv || fail=1
	compare one.csv again.csv || fail=1
}

returns_ 0 clamor-lexicon merge > one.csv || fail=1
same
returns_ 0 clamor-lexicon merge --country mx > one.csv || fail=1
country=mx
same --country mx
country=

# own words that change, switch off and bring back; own columns
cat > a.csv << 'END'
term,weight,role,to,equipo
{gracias|pésim{o|a}|buen*},-1,,,uno
bien,,off,,
no,,off,,
xq,,slang,por que,
END
cat > b.csv << 'END'
weight,term,role,jefe
-2,pésimo,,dos
1,bien,insult,tres
2,gracias,insult,
,no,intensifier,
END
returns_ 0 clamor-lexicon merge modifiers praise ./a.csv ./b.csv > one.csv ||
	fail=1
same --no-defaults -f modifiers -f praise -f ./a.csv -f ./b.csv
grep '^{gracias|pésim{o|a}|buen\*},,1;3;4,-1,' one.csv > /dev/null || fail=1
head -n 1 one.csv | grep ',equipo,jefe$' > /dev/null || fail=1

# nothing is written of a bad lexicon
printf 'term,weight\nmal,-1\nmal,-2\n' > bad.csv
returns_ 2 clamor-lexicon merge ./bad.csv > out 2> err || fail=1
compare /dev/null out || fail=1
grep 'bad.csv:3: ' err > /dev/null || fail=1

# the column that merge writes is read, and only such numbers
for forms in 0 3 '2;1' '1;1' x '1;' ' ;'; do
	printf 'term,forms\n{a|b},%s\n' "$forms" > f.csv
	returns_ 1 clamor-lexicon check ./f.csv > out 2> err || fail=1
	grep 'f.csv:2:1: .* are no numbers of the 2 forms' err > /dev/null ||
		fail=1
done
printf 'term,forms\n{a|b|c},1;3\n' > f.csv
printf 'lexicon,line,role,form,term,also\nf,2,,a,{a|b|c},\nf,2,,c,{a|b|c},\n' > exp
clamor-lexicon list ./f.csv > out || fail=1
compare exp out || fail=1
exit $fail

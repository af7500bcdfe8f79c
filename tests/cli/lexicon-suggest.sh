# suggest: phrases that tell complaints from other posts and are not known yet
. "$top_srcdir/tests/init.sh"

# a fault without opinion words, in complaints only; a chat that is everywhere
printf 'term,weight\nmal,-2\n' > l.csv
i=0
echo 'text,label' > posts.csv
while [ "$i" -lt 12 ]; do
	i=$((i + 1))
	echo "Hola: se congela la pantalla $i,neg"
	echo "todo mal con ustedes $i,complaint"
	echo "hola buenas tardes $i,neu"
	echo "hola saludos $i,pos"
	echo "se congela el lago $i,"
done >> posts.csv
echo 'term,weight,code,example,posts,others,z' > head
returns_ 0 clamor-lexicon suggest --no-defaults -f ./l.csv posts.csv > out 2> err ||
	fail=1
compare /dev/null err || fail=1
head -n 1 out > first
compare head first || fail=1
grep -x 'congela,,,Hola: se congela la pantalla 5,12,0,.*' out > /dev/null ||
	fail=1
grep -E '^(mal|hola|todo mal|saludos)' out && fail=1
# what says the same of the same posts stands there once
[ "$(cut -d, -f1 out | grep -c congela)" -eq 1 ] || fail=1

# the rows are a lexicon as they are
returns_ 0 clamor-lexicon check ./out > /dev/null || fail=1

# praise; fewer; nothing sure
clamor-lexicon suggest --no-defaults -f ./l.csv --praise --longest 1 posts.csv \
	> out 2> err || fail=1
grep -q '^saludos,' out || fail=1
[ "$(clamor-lexicon suggest --no-defaults -f ./l.csv --top 1 posts.csv |
	wc -l)" -eq 2 ] || fail=1
clamor-lexicon suggest --no-defaults -f ./l.csv --min-posts 13 posts.csv > out ||
	fail=1
compare head out || fail=1

# other columns and labels
sed 's/^text,label/post,clase/; s/,neg$/,queja/' posts.csv |
	clamor-lexicon suggest --no-defaults -f ./l.csv --text post --true clase \
		--against queja > out || fail=1
grep -q 'congela' out || fail=1

# without labels clamor-label's verdict says what a complaint is
cut -d, -f1 posts.csv | grep -v lago |
	sed 's/^Hola: se congela la pantalla/Pésimo: parpadea el bisel/' |
	clamor-lexicon suggest > out 2> err || fail=1
echo "clamor-lexicon: no column label or kind: complaints are what clamor-label \
finds" > exp
compare exp err || fail=1
grep -q 'parpadea el bisel' out || fail=1

# the company's own posts do not count
awk -F, 'NR == 1 { print $0 ",direction"; next }
	{ print $0 "," ($2 == "neg" ? "out" : "in") }' posts.csv > own.csv
clamor-lexicon suggest --no-defaults -f ./l.csv own.csv > out || fail=1
compare head out || fail=1

# bad input
returns_ 2 clamor-lexicon suggest --top 0 posts.csv > out 2> err || fail=1
grep -q "bad number '0' for --top (1 to 10000)" err || fail=1
returns_ 2 clamor-lexicon suggest --true etiqueta posts.csv > out 2> err || fail=1
grep -q -- '--true COLUMN' err || fail=1
printf 'text,label\nhola,neg\nhola\n' > ragged.csv
returns_ 3 clamor-lexicon suggest ragged.csv > out 2> err || fail=1
returns_ 2 clamor-lexicon suggest posts.csv > /dev/full 2> err || fail=1
exit $fail

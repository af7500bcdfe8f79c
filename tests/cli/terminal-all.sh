# On a terminal no filter writes anything of a post, a header or a lexicon that
# the terminal would obey: not as its output, and not in its messages.
. "$top_srcdir/tests/init.sh"
script -qec true /dev/null < /dev/null > /dev/null 2>&1 || skip 'no script(1)'

# each is an escape, a C1 control, a bidi control and a byte that is no UTF-8
evil=$(printf 'mal\033[2Jo \302\2331m \342\200\256 \23331m \007')
printf 'id,text,author,%s\n1,"%s\nb",%s,%s\n2,a,b\n' "$evil" "$evil" "$evil" "$evil" > in.csv
printf '{"id":"%s","text":"\\u001b[2J \\u009b1m \\u202e no sirve \\u0007","user":{"name":"\\u001b]0;x\\u0007"}}\n' 1 > in.json
printf 'term,weight,note\nmal,-3,%s\n' "$evil" | tr -d '\233' > lex.csv
printf 'text,weight\n%s,-3\n' "$evil" > bad.csv
printf 'id,text,kind\n1,%s,complaint\n' "$evil" > gold.csv

# on_terminal COMMAND: all that it writes to one; no control may be left but
# the CR LF of the terminal itself, and TAB
on_terminal() {
	script -qec "$1" /dev/null < /dev/null > out 2>&1
	test -s out || {
		echo "nothing from: $1" >&9
		fail=1
	}
	tr -d '\r\n\t' < out > rest
	LC_ALL=C tr -cd '\000-\037\177' < rest > controls
	compare /dev/null controls || { echo "from: $1" >&9; fail=1; }
	iconv -f UTF-8 -t UTF-8 rest > /dev/null 2>&9 || { echo "no UTF-8 from: $1" >&9; fail=1; }
	for mark in '\302\233' '\342\200\256'; do
		if LC_ALL=C grep -F "$(printf "$mark")" out > /dev/null; then
			echo "a control from: $1" >&9
			fail=1
		fi
	done
}

NO_COLOR=1
export NO_COLOR
for command in \
	'clamor-import --tz UTC in.csv' \
	'clamor-import --tz UTC --explain in.csv' \
	'clamor-import --profile none in.json' \
	'clamor-import --map text=nada in.csv' \
	"clamor-import --map \"text=\$(printf '\033[2J')\" in.csv" \
	'clamor-import --profile-file bad.csv in.csv' \
	'clamor-norm in.csv' \
	'clamor-label in.csv' \
	'clamor-label --text nada in.csv' \
	'clamor-match in.csv' \
	'clamor-match -f ./lex.csv --no-defaults in.csv' \
	'clamor-grep mal in.csv' \
	'clamor-grep -f ./bad.csv in.csv' \
	'clamor-tally --tz UTC --by author in.csv' \
	'clamor-eval gold.csv in.csv' \
	'clamor-lexicon list ./lex.csv' \
	'clamor-lexicon check ./bad.csv' \
	'clamor-lexicon check --strict ./lex.csv' \
	"clamor-lexicon explain \"\$(printf 'mal \033[2J \302\2331m')\""
do
	on_terminal "$command"
done

# what is shown, and that lines stay lines
printf 'id,text\n1,\033[2Jñandú\n' > in
cat > exp <<'X'
id,text,norm
1,\x1B[2Jñandú,[2jñandu
X
script -qec 'clamor-norm --no-defaults in' /dev/null < /dev/null | tr -d '\r' > out
compare exp out || fail=1
# elsewhere the bytes are what they are
printf 'id,text\r\n1,a\033\302\233\n' > in
clamor-norm --no-defaults in > out
LC_ALL=C grep -F "$(printf 'a\033\302\233')" out > /dev/null || fail=1
exit $fail

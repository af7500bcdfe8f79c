# Colours on a terminal or when asked for, and nothing in a post or a lexicon is
# obeyed, there or elsewhere.
. "$top_srcdir/tests/init.sh"
esc=$(printf '\033')

# the name of a lexicon may be hostile, too
lexicon=./$(printf 'l\033[2J').csv
printf 'term,weight\nmal,-2\nbien,2\n' > "$lexicon"
printf 'mal \033[2J bien \233 \000 \342\200\256\n' > in
for color in auto never; do
	returns_ 0 clamor-lexicon explain --color=$color --no-defaults \
		-f "$lexicon" < in > out || fail=1
	grep "$esc" out && fail=1
done
grep '^post      mal \\x1B\[2J bien \\x9B \\x00 <U+202E>$' out > /dev/null ||
	fail=1
NO_COLOR=1 returns_ 0 clamor-lexicon explain --color=always --no-defaults \
	-f "$lexicon" < in > out || fail=1
grep -F "${esc}[1;31mmal${esc}[m" out > /dev/null || fail=1
grep -F "${esc}[1;32mbien${esc}[m" out > /dev/null || fail=1
grep -F "${esc}[2J" out && fail=1

script -qec true /dev/null < /dev/null > /dev/null 2>&1 || exit $fail
# on_terminal COMMAND: what it writes to one
on_terminal() {
	script -qec "$1" /dev/null < /dev/null
}
explain='clamor-lexicon explain --no-defaults -f ./l*.csv mal'
TERM=xterm on_terminal "$explain" > out
grep -F "${esc}[1;31mmal" out > /dev/null || fail=1
TERM=xterm NO_COLOR=1 on_terminal "$explain" > out
grep "$esc" out && fail=1
TERM=dumb on_terminal "$explain" > out
grep "$esc" out && fail=1
exit $fail

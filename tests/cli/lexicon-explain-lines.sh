# Posts on standard input: at once, as far as they go, and none too long.
. "$top_srcdir/tests/init.sh"

# the first is explained before the second is written
mkfifo in
clamor-lexicon explain --no-defaults < in > out &
exec 5> in
echo uno >&5
n=0
until grep '^marks' out > /dev/null || [ $n -gt 100 ]; do
	sleep 0.1
	n=$((n + 1))
done
grep '^post *uno$' out > /dev/null || fail=1
exec 5>&-
wait $! || fail=1

: > empty
returns_ 0 clamor-lexicon explain < empty > out || fail=1
compare /dev/null out || fail=1

{ head -c 2000000 /dev/zero | tr '\0' a && printf '\nbien\n'; } > long
returns_ 3 clamor-lexicon explain --no-defaults < long > out 2> err || fail=1
grep '^post' out > posts
echo 'post      bien' > exp
compare exp posts || fail=1
echo 'clamor-lexicon: (standard input):1: a line of more than 1048576 bytes' > exp
compare exp err || fail=1

# a post of nothing but hits
{ echo text; yes 'mal no muy' | head -n 20000 | tr '\n' ' '; } > many
sed 1d many | returns_ 0 timeout 20 clamor-lexicon explain > out || fail=1
grep '^kind' out > /dev/null || fail=1
exit $fail

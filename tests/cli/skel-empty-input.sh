# Input without a header is status 2.
. "$top_srcdir/tests/init.sh"

echo 'clamor-skel: (standard input): empty: there is no header' > exp
returns_ 2 clamor-skel < /dev/null > out 2> err || fail=1
compare /dev/null out || fail=1
compare exp err || fail=1
printf '\n\r\n' | returns_ 2 clamor-skel > out 2> err || fail=1
compare exp err || fail=1
exit $fail

# Help, version and options that are none.
. "$top_srcdir/tests/init.sh"

returns_ 0 clamor-skel --help > out 2> err || fail=1
compare /dev/null err || fail=1
sed -n 1p out > first
echo 'Usage: clamor-skel [OPTION]... [FILE]...' > exp
compare exp first || fail=1
returns_ 0 clamor-skel --version > out || fail=1
grep '^clamor-skel (clamor) [0-9.]*$' out > /dev/null || fail=1

returns_ 2 clamor-skel --no-such > out 2> err || fail=1
compare /dev/null out || fail=1
sed 1d err > last
echo "Try 'clamor-skel --help' for more information." > exp
compare exp last || fail=1
exit $fail

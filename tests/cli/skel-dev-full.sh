# Output that did not reach the kernel is status 2.
. "$top_srcdir/tests/init.sh"

test -c /dev/full || exit 77
printf 'id,text\n1,hola\n' > in
echo 'clamor-skel: (standard output): No space left on device' > exp
returns_ 2 clamor-skel in > /dev/full 2> err || fail=1
compare exp err || fail=1
for option in --help --version; do
	returns_ 2 clamor-skel $option > /dev/full 2> err || fail=1
	compare exp err || fail=1
done

echo 'clamor-skel: /dev/full: No space left on device' > exp
returns_ 2 clamor-skel --output /dev/full in 2> err || fail=1
compare exp err || fail=1
printf 'id,text\n1\n' > bad
returns_ 2 clamor-skel --rejects /dev/full bad > out 2> err || fail=1
grep '/dev/full: No space left on device' err > /dev/null || fail=1

# a closed standard output is no place either, nor any file opened later
returns_ 2 clamor-skel --rejects rejects in >&- 2> err || fail=1
grep 'clamor-skel: (standard output): ' err > /dev/null || fail=1
returns_ 2 clamor-skel <&- > out 2> err || fail=1
exit $fail

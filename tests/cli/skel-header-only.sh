# A header without records is a result.
. "$top_srcdir/tests/init.sh"

printf 'id,text,bytes\n' > exp
printf 'id,text\n' | returns_ 0 clamor-skel > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
printf 'id,text' | returns_ 0 clamor-skel > out || fail=1
compare exp out || fail=1
exit $fail

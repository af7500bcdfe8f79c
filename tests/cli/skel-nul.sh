# NUL bytes pass through and are counted.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,a\0b\n2,"\0"\n' > in
printf 'id,text,bytes\n1,a\0b,3\n2,"\0",1\n' > exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
exit $fail

# CR LF and a BOM are accepted; records come out with LF, cells as they were.
. "$top_srcdir/tests/init.sh"

printf '\357\273\277id,text\r\n1,hola\r\n2,"two\r\nlines"\r\n3,fin' > in
printf 'id,text,bytes\n1,hola,4\n2,"two\r\nlines",10\n3,fin,3\n' > exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# lines that end in CR alone
printf 'id,text\r1,hola\r2,fin\r' > in
printf 'id,text,bytes\n1,hola,4\n2,fin,3\n' > exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
exit $fail

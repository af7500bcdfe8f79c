# A column of the new one's name is replaced, wherever it stands, and said.
. "$top_srcdir/tests/init.sh"

printf 'bytes,id,text\n9,"1",hola\n' > in
printf 'id,text,bytes\n"1",hola,4\n' > exp
echo "clamor-skel: column 'bytes' is replaced" > exp-err
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

printf 'id,bytes,text\n1,9,"a,b"\n' > in
printf 'id,text,bytes\n1,"a,b",3\n' > exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1

# twice there: both go, said once
printf 'bytes,text,bytes\n8,hola,9\n' > in
printf 'text,bytes\nhola,4\n' > exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# nothing stays
printf 'bytes\n12345\n' > in
printf 'bytes\n5\n' > exp
returns_ 0 clamor-skel --text bytes in > out 2> err || fail=1
compare exp out || fail=1
exit $fail

# A record with another number of fields than the header is rejected.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,hola\n2\n3,a,b\n4,fin\n' > in
printf 'id,text,bytes\n1,hola,4\n4,fin,3\n' > exp
cat > exp-err << \END
clamor-skel: in:3: record 2 rejected: 1 field where the header has 2
clamor-skel: in:4: record 3 rejected: 3 fields where the header has 2
clamor-skel: 2 records rejected
END
returns_ 3 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# blank lines are nothing, but in a one-column file they are empty posts
printf '\nid,text\n\n1,hola\r\n\r\n' > in
printf 'id,text,bytes\n1,hola,4\n' > exp
returns_ 0 clamor-skel in > out || fail=1
compare exp out || fail=1
printf 'text\n\nhola\n' > in
printf 'text,bytes\n,0\nhola,4\n' > exp
returns_ 0 clamor-skel in > out || fail=1
compare exp out || fail=1
exit $fail

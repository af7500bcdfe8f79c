# Files joined by cat: the second header is skipped and counted.
. "$top_srcdir/tests/init.sh"

printf '\357\273\277"id",text\n1,hola\n' > a
printf '\357\273\277"id",text\n2,fin\n' > b
printf '"id",text,bytes\n1,hola,4\n2,fin,3\n' > exp
echo 'clamor-skel: in=3 out=2 rejected=0 headers=1' > exp-err
cat a b | returns_ 0 clamor-skel --stats > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# as operands each has its own header
echo 'clamor-skel: in=2 out=2 rejected=0 headers=0' > exp-err
returns_ 0 clamor-skel --stats a b > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# in a one-column file it is a post like any other
printf 'text\nhola\ntext\n' > in
printf 'text,bytes\nhola,4\ntext,4\n' > exp
returns_ 0 clamor-skel in > out || fail=1
compare exp out || fail=1
exit $fail

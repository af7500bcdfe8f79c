# in = out + rejected + headers
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,hola\n2\nid,text\n3,"a\n4,b\n\n5,fin\n' > in
returns_ 3 clamor-skel --stats in > out 2> err || fail=1
tail -n 1 err > last
echo 'clamor-skel: in=6 out=3 rejected=2 headers=1' > exp
compare exp last || fail=1
test "$(wc -l < out)" -eq 4 || fail=1
exit $fail

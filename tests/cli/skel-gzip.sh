# Compressed input is recognised by its first bytes.
. "$top_srcdir/tests/init.sh"

gzip --version > /dev/null 2>&1 || exit 77
printf 'id,text\n1,hola\n' > a
printf '2,fin\n' > b
printf 'id,text,bytes\n1,hola,4\n2,fin,3\n' > exp
{ gzip -c a; gzip -c b; } > in
returns_ 0 clamor-skel in > out || fail=1
compare exp out || fail=1
returns_ 0 clamor-skel < in > out || fail=1
compare exp out || fail=1

# cut off: what was there is written, and the status is 2
awk 'BEGIN { print "id,text"; for (i = 0; i < 9999; i++) print i ",hola" }' |
	gzip -c | head -c 9000 > in
returns_ 2 clamor-skel in > out 2> err || fail=1
echo 'clamor-skel: in: ends in the middle of the gzip data' > exp
compare exp err || fail=1
test "$(wc -l < out)" -gt 1000 || fail=1
exit $fail

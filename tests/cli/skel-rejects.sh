# --rejects keeps what was rejected; standard error shows the first ten.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1\n2,"a, b\n3,c\n4,\377,x\n5,\0,x\n6,"y ""z""\n' > in
cat > exp << \END
file,record,offset,reason,encoding,raw
in,1,8,ragged,utf-8,1
in,2,10,unterminated,utf-8,"2,""a, b"
in,4,22,ragged,base64,NCz/LHg=
in,5,28,ragged,base64,NSwALHg=
in,6,34,unterminated,utf-8,"6,""y """"z"""""
END
returns_ 3 clamor-skel --rejects rejects in > out 2> err || fail=1
compare exp rejects || fail=1

# none: the header is there
printf 'id,text\n1,hola\n' > good
head -n 1 exp > exp-none
returns_ 0 clamor-skel --rejects rejects good > out || fail=1
compare exp-none rejects || fail=1

# twelve: ten are shown
{
	echo id,text
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo $i; done
} > in
returns_ 3 clamor-skel --rejects rejects in > out 2> err || fail=1
test "$(wc -l < rejects)" -eq 13 || fail=1
test "$(grep -c ': record .* rejected: 1 field where' err)" -eq 10 || fail=1
tail -n 1 err > last
echo 'clamor-skel: 12 records rejected' > exp
compare exp last || fail=1

# not written: not begun
returns_ 2 clamor-skel --rejects none/rejects in > out 2> err || fail=1
compare /dev/null out || fail=1
returns_ 2 clamor-skel --rejects - in > out 2> err || fail=1
compare /dev/null out || fail=1
exit $fail

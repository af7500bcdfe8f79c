# Columns that the filter does not make are copied byte for byte.
. "$top_srcdir/tests/init.sh"

printf '%s\n' 'id,"text",x' '1,hola,"a"' '2,"a ""b"", c","x,y"' \
	'3," blanks ",' '4,"two' 'lines",z' '5,5" tv,=1+1' > in
printf 'bad\377utf8,\360\237\230\241,"",\n' | sed 's/,$//' >> in
printf '%s\n' 'id,"text",x,bytes' '1,hola,"a",4' \
	'2,"a ""b"", c","x,y",8' '3," blanks ",,8' '4,"two' 'lines",z,9' \
	'5,5" tv,=1+1,5' > exp
printf 'bad\377utf8,\360\237\230\241,"",4\n' >> exp
returns_ 0 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# the same from a pipe, and from one that gives single bytes
cat in | returns_ 0 clamor-skel > out || fail=1
compare exp out || fail=1
dd bs=1 if=in 2> /dev/null | returns_ 0 clamor-skel > out || fail=1
compare exp out || fail=1
exit $fail

# --prefix renames the new columns and replaces nothing.
. "$top_srcdir/tests/init.sh"

printf 'bytes,text\n9,hola\n' > in
printf 'bytes,text,my_bytes\n9,hola,4\n' > exp
returns_ 0 clamor-skel --prefix my_ in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

printf 'my_bytes,text\n9,hola\n' > in
cat > exp << \END
clamor-skel: the input has a column 'my_bytes' already; choose another --prefix
END
returns_ 2 clamor-skel --prefix my_ in > out 2> err || fail=1
compare /dev/null out || fail=1
compare exp err || fail=1
exit $fail

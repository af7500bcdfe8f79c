# --output is written beside and renamed: the input may be its own output.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,hola\n' > posts
printf 'id,text,bytes\n1,hola,4\n' > exp
returns_ 0 clamor-skel --output posts posts > out || fail=1
compare /dev/null out || fail=1
compare exp posts || fail=1
ls -A > left
printf '%s\n' exp left out posts > exp-left
compare exp-left left || fail=1
returns_ 2 clamor-skel -o none/out posts 2> err || fail=1
echo 'clamor-skel: none/out: No such file or directory' > exp
sed 1d err > last
compare exp last || fail=1
exit $fail

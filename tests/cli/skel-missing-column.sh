# A needed column that is not there, or is there twice, is status 2.
. "$top_srcdir/tests/init.sh"

printf 'id,comentario\n1,hola\n' > in
cat > exp << \END
clamor-skel: in: no column 'text' among id, comentario (name it by --text COLUMN)
END
returns_ 2 clamor-skel --rejects rejects --output out in 2> err || fail=1
compare exp err || fail=1
ls -A > left
printf '%s\n' err exp in left > exp-left
compare exp-left left || { echo 'files were left behind'; fail=1; }

printf 'id,comentario,bytes\n1,hola,4\n' > exp
returns_ 0 clamor-skel --text comentario in > out || fail=1
compare exp out || fail=1

printf 'text,text\n1,hola\n' > in
echo "clamor-skel: two columns are named 'text'" > exp
returns_ 2 clamor-skel in > out 2> err || fail=1
compare /dev/null out || fail=1
compare exp err || fail=1

# a name with control characters does not reach the terminal raw
printf 'i\033[2Jd\n1\n' > in
returns_ 2 clamor-skel in > out 2> err || fail=1
grep 'i\\x1B\[2Jd' err > /dev/null || fail=1
exit $fail

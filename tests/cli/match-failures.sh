# Missing and doubled columns, bad lexicons, a full disk, a closed pipe.
. "$top_srcdir/tests/init.sh"

printf 'id,comentario\n1,hola\n' > in
cat > exp << \END
clamor-match: in: no column 'text' among id, comentario (name it by --text COLUMN)
END
returns_ 2 clamor-match in > out 2> err || fail=1
compare exp err || fail=1
compare /dev/null out || fail=1
printf 'text,text\n1,hola\n' | returns_ 2 clamor-match > out 2> err || fail=1
printf 'id,id,text\n1,2,hola\n' | returns_ 2 clamor-match > out 2> err ||
	fail=1
echo "clamor-match: two columns are named 'id'" > exp
compare exp err || fail=1
returns_ 2 clamor-match < /dev/null > out 2> err || fail=1
compare /dev/null out || fail=1

printf 'term,weight\nmal,9\n' > bad.csv
printf 'text\nmal\n' > in
returns_ 2 clamor-match -f ./bad.csv in > out 2> err || fail=1
compare /dev/null out || fail=1
grep '^clamor-match: ./bad.csv:2: weight' err > /dev/null || fail=1

if test -c /dev/full; then
	echo 'clamor-match: (standard output): No space left on device' > exp
	returns_ 2 clamor-match in > /dev/full 2> err || fail=1
	compare exp err || fail=1
fi

# more than a pipe of 1 MiB holds
awk 'BEGIN { print "id,text"; for (i = 0; i < 99999; i++) print i ",pésimo" }' \
	> in
{ clamor-match in 2> err; echo $? > status; } | head -n 1 > out
compare /dev/null err || fail=1
echo 141 > exp
compare exp status || fail=1
exit $fail

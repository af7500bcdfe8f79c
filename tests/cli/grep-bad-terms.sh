# A term that cannot be read is status 2, with the reason.
. "$top_srcdir/tests/init.sh"

printf 'text\nmal\n' > in
cat > exp << \END
clamor-grep: bad term 'caja{', byte 5: '{' without its '}' (write \{ for the character)
END
returns_ 2 clamor-grep 'caja{' in > out 2> err || fail=1
grep '^clamor-grep: bad term .caja{.' err > /dev/null || fail=1
compare exp err || fail=1
compare /dev/null out || fail=1
for term in '' ' ' '...' '<nada>' 'a|b' '/(/' '/é/' '//' "$(printf 'a\377')"; do
	returns_ 2 clamor-grep -e "$term" in > out 2> err || fail=1
	grep '^clamor-grep: bad term ' err > /dev/null ||
		{ echo "for $term"; fail=1; }
	compare /dev/null out || fail=1
done
# each is told
returns_ 2 clamor-grep -e 'a{' -e mal -e 'b{' in > out 2> err || fail=1
test "$(wc -l < err)" -eq 2 || fail=1
returns_ 2 clamor-grep -f ./none.csv in > out 2> err || fail=1
grep 'none.csv' err > /dev/null || fail=1
exit $fail

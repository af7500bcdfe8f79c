# 2 beats 3 beats 1 beats 0; missing columns, quotes, headers, disks, pipes.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,mal\n' > in
returns_ 2 clamor-grep mal none in > out 2> err || fail=1
compare in out || fail=1
returns_ 2 clamor-grep nada none in > out 2> err || fail=1
returns_ 2 clamor-grep -q mal none in > out 2> err || fail=1

# a quote that does not close, a ragged record
printf 'id,text\n1,"abierta\n2,mal\n3\n' > odd
printf 'id,text\n2,mal\n' > exp
returns_ 3 clamor-grep mal odd > out 2> err || fail=1
compare exp out || fail=1
returns_ 3 clamor-grep nada odd > out 2> err || fail=1
returns_ 1 clamor-grep --max-rejects 2 nada odd > out 2> err || fail=1
returns_ 0 clamor-grep --max-rejects 2 mal odd > out 2> err || fail=1

# two headers
printf 'id,text\n1,mal\nid,text\n2,mal\n' > two
echo 2 > exp
returns_ 0 clamor-grep -c mal two > out 2> err || fail=1
compare exp out || fail=1
echo 0 > exp
returns_ 1 clamor-grep -c text two > out 2> err || fail=1
compare exp out || fail=1

# columns
cat > exp << \END
clamor-grep: in: no column 'nota' among id, text (name it by --text COLUMN)
END
returns_ 2 clamor-grep --text nota mal in > out 2> err || fail=1
compare exp err || fail=1
compare /dev/null out || fail=1
returns_ 2 clamor-grep mal < /dev/null > out 2> err || fail=1

# an expression stopped at its limit is told
{ echo text; awk 'BEGIN { for (i = 0; i < 3000; i++) printf "ab"; print "" }'
} > slow
cat > exp << \END
clamor-grep: in 1 post an expression was stopped at its limit and may have missed hits (last: /(a?b?a?b?)+\d/)
END
returns_ 1 clamor-grep '/(a?b?a?b?)+\d/' slow > out 2> err || fail=1
compare exp err || fail=1

if test -c /dev/full; then
	echo 'clamor-grep: (standard output): No space left on device' > exp
	for options in '' -c; do
		# shellcheck disable=SC2086
		returns_ 2 clamor-grep $options mal in > /dev/full 2> err ||
			fail=1
		compare exp err || fail=1
	done
fi
# more than a pipe of 1 MiB holds
awk 'BEGIN { print "id,text"; for (i = 0; i < 399999; i++) print i ",mal" }' > in
{ clamor-grep mal in 2> err; echo $? > status; } | head -n 1 > out
compare /dev/null err || fail=1
echo 141 > exp
compare exp status || fail=1
exit $fail

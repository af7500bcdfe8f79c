# Two guesses of the same posts: both judged by the same classes, and compared.
. "$top_srcdir/tests/init.sh"

# ten posts that only new has right, two that only old has, three that both
{
	echo label,old,new
	for i in 1 2 3 4 5 6 7 8 9 10; do echo a,b,a; done
	echo b,b,a
	echo b,b,x
	echo a,a,a
	echo b,b,b
	echo b,b,b
	echo b,a,a
} > in.csv
cat > exp <<'END'
new,only_right,,old,10,,
old,only_right,,new,2,,
new,mcnemar_p,,old,0.03857,,
END
returns_ 0 clamor-eval --classes a,b --guess new --versus old in.csv > out \
	2> err || fail=1
tail -n 3 out > actual
compare exp actual || fail=1
compare /dev/null err || fail=1
cat > exp <<'END'
new,posts,,,16,,
new,accuracy,,,0.812500
old,posts,,,16,,
old,accuracy,,,0.312500
END
grep ',posts,\|,accuracy,' out |
	sed 's/\(accuracy,,,[^,]*\),.*/\1/' > actual
compare exp actual || fail=1

# a value that only one of them guesses is a class of both
returns_ 0 clamor-eval --guess new --versus old in.csv > out 2> err || fail=1
grep '^old,f1,x,,,,$' out > /dev/null || fail=1

returns_ 0 clamor-eval --table --guess new --versus old in.csv > out \
	2> err || fail=1
tail -n 3 out > actual
cat > exp <<'END'
only new is right: 10
only old is right: 2
McNemar's test: p = 0.03857
END
compare exp actual || fail=1
exit $fail

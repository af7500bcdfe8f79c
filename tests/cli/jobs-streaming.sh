# With several jobs too, what is read is written before more comes in; a full
# disk is status 2 and a reader that goes away ends the filter.
. "$top_srcdir/tests/init.sh"

mkfifo pipe
clamor-norm --jobs 3 < pipe > out &
{
	printf 'id,text\n1,Uno\n'
	tries=0
	until grep 1,Uno out > /dev/null || test $((tries += 1)) -gt 100; do
		sleep 0.1
	done
	cp out seen
	printf '2,Dos\n'
} > pipe
wait $! || fail=1
printf 'id,text,norm\n1,Uno,uno\n' > exp
compare exp seen || fail=1
echo 2,Dos,dos >> exp
compare exp out || fail=1

awk 'BEGIN { print "id,text"; for (i = 0; i < 200000; i++) print i ",mal" }' \
	> in
for filter in label match norm; do
	{ clamor-$filter --jobs 2 in 2> err; echo $? > status; } |
		head -n 1 > out
	compare /dev/null err || fail=1
	echo 141 > exp
	compare exp status || fail=1
	{ (trap '' PIPE; clamor-$filter --jobs 2 in 2> err; echo $? > status); } |
		head -n 1 > out
	echo "clamor-$filter: (standard output): Broken pipe" > exp
	compare exp err || fail=1
	echo 2 > exp
	compare exp status || fail=1
	test -c /dev/full || continue
	returns_ 2 clamor-$filter --jobs 2 in > /dev/full 2> err || fail=1
	echo "clamor-$filter: (standard output): No space left on device" > exp
	compare exp err || fail=1
	returns_ 2 clamor-$filter --jobs 2 in -o /dev/full 2> err || fail=1
done

# an output that failed is not put in place
printf 'id,text\n1\n' > ragged
returns_ 2 clamor-norm --jobs 2 ragged --rejects /dev/full > out 2> err ||
	fail=1
grep '/dev/full: No space left on device' err > /dev/null || fail=1

for jobs in 0 -1 x 2x '' 99999 18446744073709551617; do
	returns_ 2 clamor-norm --jobs "$jobs" in > out 2> err || fail=1
	compare /dev/null out || fail=1
	grep "bad number '$jobs' for --jobs" err > /dev/null || fail=1
done
returns_ 2 clamor-tally --jobs 2 in > out 2> err || fail=1
exit $fail

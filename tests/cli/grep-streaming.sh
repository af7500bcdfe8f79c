# The first post comes out before the last comes in; -q and -m end early.
. "$top_srcdir/tests/init.sh"

mkfifo pipe
clamor-grep mal < pipe > out &
{
	printf 'id,text\n1,mal\n'
	tries=0
	until grep 1,mal out > /dev/null || test $((tries += 1)) -gt 100; do
		sleep 0.1
	done
	cp out seen
	printf '2,mal\n'
} > pipe
wait $! || fail=1
printf 'id,text\n1,mal\n' > exp
compare exp seen || fail=1

# input without an end
for options in -q '-m 3' '-c -m 3'; do
	# shellcheck disable=SC2086
	{ echo text; yes mal; } | clamor-grep $options mal > out || fail=1
done
exit $fail

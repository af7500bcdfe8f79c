# The first rows are out before the last are in, once the window is full.
. "$top_srcdir/tests/init.sh"
unset CLAMOR_TZ
mkfifo in || skip 'no named pipes'
clamor-import in > out 2> err &
pid=$!
exec 3> in
{ echo 'text,date'; i=0; while test $i -lt 1100; do echo 'hola,13/11/2026'; i=$((i + 1)); done; } >&3
# what is written now waits for nothing that comes later
tries=0
while test ! -s out && test $tries -lt 100; do
	sleep 0.1
	tries=$((tries + 1))
done
test -s out || { echo 'nothing came out' >&2; fail=1; }
echo 'adiós,14/11/2026' >&3
exec 3>&-
wait $pid || fail=1
test "$(sed 1d out | wc -l)" -eq 1101 || fail=1
tail -n 1 out > got
echo ',2026-11-14,,,,,adiós,,,,,,,,,,,,' > exp
compare exp got || fail=1
compare /dev/null err || fail=1
exit $fail

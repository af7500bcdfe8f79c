# The zone of the buckets: --tz, else $CLAMOR_TZ, else UTC with a note.
. "$top_srcdir/tests/init.sh"
unset CLAMOR_TZ

printf 'date,kind\n2026-11-21T05:30:00Z,praise\n' > in.csv
day()
{
	sed -n '2s/,.*//p' out
}

TZ=America/Lima
export TZ # is ignored
echo 'clamor-tally: no --tz and no $CLAMOR_TZ: buckets are in UTC' > exp-err
returns_ 0 clamor-tally --by day in.csv > out 2> err || fail=1
test "$(day)" = 2026-11-21 || fail=1
compare exp-err err || fail=1

returns_ 0 env CLAMOR_TZ=America/Mexico_City clamor-tally --by day in.csv \
	> out 2> err || fail=1
test "$(day)" = 2026-11-20 || fail=1
compare /dev/null err || fail=1

returns_ 0 env CLAMOR_TZ=America/Mexico_City clamor-tally --by hour \
	--tz Europe/Madrid in.csv > out 2> err || fail=1
test "$(day)" = 2026-11-21T06:00+01:00 || fail=1

# without buckets no zone is needed, and none is missed
returns_ 0 clamor-tally --by kind in.csv > out 2> err || fail=1
compare /dev/null err || fail=1

# an unknown zone is trouble, before anything is read
returns_ 2 clamor-tally --by day --tz America/Limma absent.csv \
	> out 2> err || fail=1
grep "unknown time zone 'America/Limma'" err > /dev/null || fail=1
grep absent err && fail=1
compare /dev/null out || fail=1
returns_ 2 env CLAMOR_TZ=Nowhere clamor-tally --by day in.csv > out 2> err || fail=1

# what is no date is counted without a bucket, and said
printf 'date,kind\nayer,praise\n,praise\n' > in.csv
echo 'clamor-tally: dates that could not be read, their posts without a bucket: 1' \
	> exp-err
returns_ 0 clamor-tally --by day --tz UTC in.csv > out 2> err || fail=1
sed -n 2p out | grep '^,2,' > /dev/null || fail=1
compare exp-err err || fail=1

exit $fail

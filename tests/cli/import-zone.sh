# The zone of times that name none.
. "$top_srcdir/tests/init.sh"
unset CLAMOR_TZ
printf 'text,date\na,2026-07-01 12:00:00\nb,2026-01-01 12:00\nc,2026-01-01\nd,2026-01-01T12:00:00Z\n' > in.csv
zone ()
{
	sed 1d out | cut -d, -f2 > got
	compare exp got || fail=1
}
cat > exp <<'X'
2026-07-01T12:00:00+02:00
2026-01-01T12:00:00+01:00
2026-01-01
2026-01-01T12:00:00+00:00
X
returns_ 0 clamor-import --tz Europe/Madrid in.csv > out 2> err || fail=1
zone
compare /dev/null err || fail=1
returns_ 0 env CLAMOR_TZ=Europe/Madrid TZ=Asia/Tokyo clamor-import in.csv > out 2> err || fail=1
zone
compare /dev/null err || fail=1
# nobody says: UTC, noted once
sed 's/+0[12]/+00/' exp > exp-utc
mv exp-utc exp
echo 'clamor-import: times without a zone are read as UTC; --tz ZONE or $CLAMOR_TZ name another one' > exp-err
returns_ 0 env TZ=Asia/Tokyo clamor-import in.csv in.csv > both 2> err || fail=1
compare exp-err err || fail=1
returns_ 0 clamor-import in.csv > out 2> err || fail=1
zone
# an unknown one
echo "clamor-import: unknown time zone 'America/Limma' (did you mean 'America/Lima'?)" > exp-err
returns_ 2 clamor-import --tz America/Limma in.csv > out 2> err || fail=1
compare exp-err err || fail=1
compare /dev/null out || fail=1
exit $fail

# Day and month: told by the window, by Spanish headers, by the user.
. "$top_srcdir/tests/init.sh"
unset CLAMOR_TZ
dates ()
{
	sed 1d out | cut -d, -f2 > got
	compare exp got || fail=1
}
# one date that reads one way decides, also for those before it
printf 'text,date\na,3/4/2026\nb,4/13/2026 14:05\n' > mdy.csv
printf '2026-03-04\n2026-04-13T14:05:00+00:00\n' > exp
returns_ 0 clamor-import --tz UTC mdy.csv > out 2> err || fail=1
dates
compare /dev/null err || fail=1
# nothing decides
printf 'text,date\na,3/4/2026\n' > either.csv
cat > exp-err <<'X'
clamor-import: either.csv: skipped: 'date' may be day/month/year or month/day/year; say which: --date-order dmy or --date-order mdy
X
returns_ 2 clamor-import either.csv > out 2> err || fail=1
compare exp-err err || fail=1
compare /dev/null out || fail=1
returns_ 0 clamor-import --date-order mdy either.csv > out 2> err || fail=1
echo 2026-03-04 > exp
dates
# Spanish headers do
printf 'texto,fecha\na,3/4/2026\n' > es.csv
cat > exp-err <<'X'
clamor-import: es.csv: 'fecha' is read as day/month/year, for the headers are Spanish (--date-order mdy reads month/day/year)
X
returns_ 0 clamor-import es.csv > out 2> err || fail=1
compare exp-err err || fail=1
echo 2026-04-03 > exp
dates
# what contradicts the order is rejected, what is no date is empty
printf 'texto,fecha\na,13/4/2026\nb,14/4/2026\nc,4/15/2026\nd,pronto\n' > mixed.csv
returns_ 3 clamor-import --rejects rej mixed.csv > out 2> err || fail=1
printf '2026-04-13\n2026-04-14\n\n' > exp
dates
cat > exp-err <<'X'
clamor-import: mixed.csv:4: record 3 rejected: its date has another order of day and month than its column (--date-order sets the order)
clamor-import: mixed.csv: 1 unreadable dates left empty, the first is 'pronto'
clamor-import: 1 record rejected
X
compare exp-err err || fail=1
cat > exp-rej <<'X'
file,record,offset,reason,encoding,raw
mixed.csv,3,36,date order,utf-8,"c,4/15/2026"
X
compare exp-rej rej || fail=1
returns_ 0 clamor-import --max-rejects 25% mixed.csv > out 2> err || fail=1
# the window ends after 1,000 records
{ echo texto,fecha; i=0; while test $i -lt 1000; do echo a,1/2/2026; i=$((i + 1)); done
  echo b,4/15/2026; } > long.csv
returns_ 3 clamor-import --stats long.csv > out 2> err || fail=1
grep ' in=1001 out=1000 rejected=1 ' err > /dev/null || fail=1
# a column for the day and one for the hour
printf 'Texto;Fecha;Hora\na;21/11/2026;2:05 p. m.\nb;22/11/2026;\n' > two.csv
returns_ 0 clamor-import --tz America/Lima two.csv > out 2> err || fail=1
printf '2026-11-21T14:05:00-05:00\n2026-11-22\n' > exp
dates
exit $fail

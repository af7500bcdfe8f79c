# clamor-daily: help and wrong use.
. "$top_srcdir/tests/init.sh"
daily="$top_srcdir/scripts/clamor-daily"

returns_ 0 "$daily" --help > out 2> err || fail=1
compare /dev/null err || fail=1
grep '^  30 6 \* \* \* clamor-daily ' out > /dev/null || fail=1 # for crontab

mkdir empty
for args in '' 'empty' 'empty days more' '--frobnicate empty days' '--tz' \
	'absent days' 'empty days' 'empty out' '-x'; do
	returns_ 2 "$daily" $args > out 2> err || fail=1
	compare /dev/null out || fail=1
	grep '^clamor-daily: ' err > /dev/null || fail=1
done

# day files would be read as exports
echo 'date,kind' > empty/a.csv
echo 'clamor-daily: the output folder must be another one' > exp-err
returns_ 2 "$daily" empty empty 2> err || fail=1
compare exp-err err || fail=1

exit $fail

# Wrong use is status 2 with a message; full disks are never silence.
. "$top_srcdir/tests/init.sh"

printf 'brand,kind\nUno,praise\n' > in.csv

for args in '--by posts' '--by brand,brand' '--by day,day' '--by brand,' \
	'--by scored' '--merge --by brand' '--merge --unique' \
	'--merge --tz UTC' '--partial --share' '--partial --interval' \
	'--partial --excel' '--column kind' '--column kin=kind' \
	'--column kind=' '--frobnicate'; do
	returns_ 2 clamor-tally $args in.csv > out 2> err || fail=1
	compare /dev/null out || fail=1
	grep "^Try 'clamor-tally --help'" err > /dev/null || fail=1
done

echo "clamor-tally: --by: cannot count by 'posts': the tally has a column of that name" > exp-err
clamor-tally --by posts in.csv 2>&1 | sed 1q > err
compare exp-err err || fail=1

# columns that are not there
for args in '--by brnd' '--by day --tz UTC' '--column kind=tipo'; do
	returns_ 2 clamor-tally $args in.csv > out 2> err || fail=1
	compare /dev/null out || fail=1
done

returns_ 0 clamor-tally --help > out || fail=1
grep '^Usage: clamor-tally' out > /dev/null || fail=1
returns_ 0 clamor-tally --version > out || fail=1

if test -w /dev/full; then
	returns_ 2 clamor-tally --by brand in.csv > /dev/full 2> err || fail=1
	returns_ 2 clamor-tally --help > /dev/full 2> err || fail=1
fi

# an unreadable file: the others are done
returns_ 2 clamor-tally --by brand absent.csv in.csv > out 2> err || fail=1
sed -n 2p out | grep '^Uno,1,' > /dev/null || fail=1

exit $fail

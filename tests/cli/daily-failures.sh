# A stage that fails leaves the old files as they were.
. "$top_srcdir/tests/init.sh"

mkdir bin exports
for stage in import label; do
	cat > bin/clamor-$stage <<END
#!/bin/sh
if test $stage = import; then cat exports/a.csv; else cat; fi
exit \$${stage}_status
END
done
chmod +x bin/*
PATH=$PWD/bin:$PATH
export PATH import_status label_status
daily="$top_srcdir/scripts/clamor-daily"

csv()
{
	printf '%s\n' date,brand,code,kind "2026-11-20,Uno,,$1" > exports/a.csv
}

import_status=0 label_status=0
csv praise
returns_ 0 "$daily" --tz UTC exports out 2> err || fail=1
cp -r out before

csv complaint
while read -r import_status label_status want; do
	returns_ "$want" "$daily" --tz UTC exports out 2> err || fail=1
	returns_ 0 diff -r before out || fail=1
	grep 'nothing was changed' err > /dev/null || fail=1
done <<'END'
2 0 2
0 2 2
3 2 2
2 3 2
1 0 1
0 1 1
0 139 2
127 0 2
END

# the last stage: a zone that is none, a column that is not there
import_status=0 label_status=0
returns_ 2 "$daily" --tz Nowhere exports out 2> err || fail=1
returns_ 2 "$daily" --tz UTC --by brnd exports out 2> err || fail=1
returns_ 0 diff -r before out || fail=1

# rejected records are no failure, but told
import_status=3
returns_ 3 "$daily" --tz UTC exports out 2> err || fail=1
echo 'clamor-daily: clamor-import ended with status 3' > exp-err
compare exp-err err || fail=1
returns_ 1 cmp -s before/2026-11-20.csv out/2026-11-20.csv || fail=1
ls -A out > files
printf '%s\n' .clamor-daily.lock 2026-11-20.csv > exp
compare exp files || fail=1

# one run at a time
import_status=0
csv praise
cp -r out before2
(
	flock 8
	returns_ 2 "$daily" --tz UTC exports out 2> err
) 8> out/.clamor-daily.lock || fail=1
echo 'clamor-daily: out: another run is at work' > exp-err
compare exp-err err || fail=1
returns_ 0 diff -r before2 out || fail=1

# what a killed run left behind goes away
mkdir out/.clamor-daily.AbCdEf
returns_ 0 "$daily" --tz UTC exports out 2> err || fail=1
returns_ 1 test -e out/.clamor-daily.AbCdEf || fail=1

exit $fail

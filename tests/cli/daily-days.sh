# clamor-daily writes one file a day and touches only what changed. Import and
# label are played by others here: it is the script that is tested.
. "$top_srcdir/tests/init.sh"

mkdir bin exports
cat > bin/clamor-import <<'END'
#!/bin/sh
echo "$*" > "$LOG/import.args"
while test "$1" != --; do shift; done
shift
head -n 1 "$1"
for file; do sed 1d "$file"; done
END
cat > bin/clamor-label <<'END'
#!/bin/sh
for word; do echo "$word"; done > "$LOG/label.args"
exec cat
END
chmod +x bin/*
PATH=$PWD/bin:$PATH
LOG=$PWD
export PATH LOG
daily="$top_srcdir/scripts/clamor-daily"

cat > exports/a.csv <<'END'
date,brand,code,kind
2026-11-20T23:30:00Z,Uno,trato,complaint
2026-11-20T12:00:00Z,"Dos, S.A.",,praise
END
cat > "exports/it's b.JSONL" <<'END'
date,brand,code,kind
2026-11-20T23:40:00Z,Uno,trato,complaint
,Uno,,neutral
END
echo 'not an export' > exports/notes.docx
echo 'still coming' > exports/.c.csv

returns_ 0 "$daily" --tz Europe/Madrid --lexicon 'my "own".csv' \
	--lexicon=b.csv exports out 2> err || fail=1
echo "clamor-daily: $PWD/exports/notes.docx: left aside, no export by its name" > exp-err
compare exp-err err || fail=1
printf '%s\n' 2026-11-20.csv 2026-11-21.csv no-date.csv > exp
ls out > files
compare exp files || fail=1
ls -A out > files
printf '%s\n' .clamor-daily.lock | cat - exp > exp-all
compare exp-all files || fail=1

cut -d, -f1-6 out/2026-11-21.csv > short
printf '%s\n' day,brand,code,posts,complaints,praise \
	2026-11-21,Uno,trato,2,2,0 > exp
compare exp short || fail=1
sed 1d out/2026-11-20.csv | cut -d, -f1-6 > short
echo '2026-11-20,"Dos, S.A.",,1,0' > exp
compare exp short || fail=1
sed 1d out/no-date.csv | cut -d, -f1-4 > short
echo ',Uno,,1' > exp
compare exp short || fail=1

# what the stages are told
echo "--tz Europe/Madrid -- $PWD/exports/a.csv $PWD/exports/it's b.JSONL" > exp
compare exp import.args || fail=1
printf '%s\n' -f 'my "own".csv' -f b.csv > exp
compare exp label.args || fail=1

# a rerun gives the same bytes and leaves the files alone
cp -p -r out before
touch -t 202001010000 out/*.csv
returns_ 0 "$daily" --tz Europe/Madrid exports out 2> err || fail=1
returns_ 0 diff -r before out || fail=1
find out -name '*.csv' -newermt 2020-01-02 > files
compare /dev/null files || fail=1

# a new post touches its day only; a day that is gone from the exports stays
printf '%s\n' date,brand,code,kind 2026-11-20T23:30:00Z,Uno,trato,praise \
	> exports/a.csv
returns_ 0 "$daily" --tz Europe/Madrid exports out 2> err || fail=1
find out -name '*.csv' -newermt 2020-01-02 > files
echo out/2026-11-21.csv > exp
compare exp files || fail=1
returns_ 0 cmp before/2026-11-20.csv out/2026-11-20.csv || fail=1

# other columns; day is there in any case
returns_ 0 "$daily" --tz UTC --by day,code exports out2 2> err || fail=1
cut -d, -f1-3 out2/2026-11-20.csv > short
printf '%s\n' day,code,posts 2026-11-20,trato,2 > exp
compare exp short || fail=1

exit $fail

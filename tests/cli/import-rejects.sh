# Records that cannot be read are kept apart, and all add up.
. "$top_srcdir/tests/init.sh"
printf 'sep=;\nid;texto\n1;a\n2;b;c\n3;"d\n' > in.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
1,,,,,,a,,,,,,,,,,,,
X
cat > exp-rej <<'X'
file,record,offset,reason,encoding,raw
in.csv,2,19,ragged,utf-8,2;b;c
in.csv,3,25,unterminated,utf-8,"3;""d"
X
cat > exp-err <<'X'
clamor-import: in.csv:4: record 2 rejected: 3 fields where the header has 2
clamor-import: in.csv:5: record 3 rejected: a quote does not close
clamor-import: 2 records rejected
clamor-import: in=3 out=1 rejected=2 headers=0 repaired=0 unreadable_dates=0 unreadable_numbers=0
X
returns_ 3 clamor-import --stats --rejects rej in.csv > out 2> err || fail=1
compare exp out || fail=1
compare exp-rej rej || fail=1
compare exp-err err || fail=1
returns_ 0 clamor-import --max-rejects 2 in.csv > out 2> err || fail=1
printf 'id,texto\n1,%0500d\n2,b\n' 0 > long.csv
returns_ 3 clamor-import --max-record 100 --stats long.csv > out 2> err || fail=1
grep ' in=2 out=1 rejected=1 ' err > /dev/null || fail=1
exit $fail

# Bytes that are no UTF-8: repaired, counted, never lost.
. "$top_srcdir/tests/init.sh"
printf 'id,texto\n1,café\n2,mal\377o\n3,nul\000o\n4,\355\240\200\n' > in.csv
printf 'id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url\n1,,,,,,café,,,,,,,,,,,,\n2,,,,,,mal\357\277\275o,,,,,,,,,,,,\n3,,,,,,nul\357\277\275o,,,,,,,,,,,,\n' > exp
returns_ 0 clamor-import --stats in.csv > out 2> err || fail=1
head -n 4 out > got
compare exp got || fail=1
grep ' in=4 out=4 rejected=0 ' err > /dev/null || fail=1
grep 'in.csv: .* ill-formed byte sequences repaired' err > /dev/null || fail=1
exit $fail

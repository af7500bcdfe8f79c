# Bytes that are no UTF-8: repaired, counted, never lost.
. "$top_srcdir/tests/init.sh"
printf 'id,texto\n1,café\n2,mal\377o\n3,nul\000o\n4,\355\240\200\n' > in.csv
printf 'id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url\n1,,,,,,café,,,,,,,,,,,,\n2,,,,,,mal\357\277\275o,,,,,,,,,,,,\n3,,,,,,nul\357\277\275o,,,,,,,,,,,,\n' > exp
returns_ 0 clamor-import --stats in.csv > out 2> err || fail=1
head -n 4 out > got
compare exp got || fail=1
grep ' in=4 out=4 rejected=0 ' err > /dev/null || fail=1
grep 'in.csv: .* ill-formed byte sequences repaired' err > /dev/null || fail=1
# where the window was pure ASCII, what is no UTF-8 is Windows-1252
{ echo id,texto; i=0; while test $i -lt 1100; do echo "$i,bien"; i=$((i + 1)); done
  printf 'x,Qu\351 mal\303\261o\n'; } > late.csv
returns_ 0 clamor-import --stats late.csv > out 2> err || fail=1
tail -n 1 out > got
echo 'x,,,,,,Qué malño,,,,,,,,,,,,' > exp
compare exp got || fail=1
grep ' in=1101 out=1101 rejected=0 headers=0 repaired=1 ' err > /dev/null || fail=1
exit $fail

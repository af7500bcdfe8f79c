# Whatever breaks a line becomes one space, and the end of a sentence in text.
. "$top_srcdir/tests/init.sh"
printf 'id,texto,ciudad,respuesta\n' > in.csv
printf '1,"uno  \n\r\n\t dos","a\nb","ya\nlisto"\n' >> in.csv
printf '2,"uno!\ndos,\v\ftres…\342\200\250cuatro:\302\205cinco","\n",\n' >> in.csv
printf '3,"\nuno\342\200\251",,\n' >> in.csv
printf '4,"uno\302\240\ndos",,\n' >> in.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
1,,,,,,uno. dos,,,,,,,ya. listo,,,,a b,
2,,,,,,"uno! dos, tres… cuatro: cinco",,,,,,,,,,," ",
3,,,,,," uno ",,,,,,,,,,,,
4,,,,,,uno. dos,,,,,,,,,,,,
X
returns_ 0 clamor-import in.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
exit $fail

# One row a hit: sorted, with offsets into the unquoted text, every role.
. "$top_srcdir/tests/init.sh"

cat > words.csv << \END
term,weight,code,intent,severity,role
no me lleg*,-3,entrega_tarde,,1,
"{no llega|no me llega el|no me llega}",-2.25,,,,
pésim{o|a},-4,,,,
muy,,,,,intensifier
no vuelvo,-3,,abandono,,
idiota,-1.5,,,,insult
regalo,,,,,mark:regalo
pésimo,,,,,mark:queja
END
printf 'id,text\n7,"dijo ""No me llega el regalo"" muy pésimo"\nx,todo bien\n,no vuelvo con ese idiota\n' > in
cat > exp << \END
record,id,lexicon,line,term,code,intent,severity,weight,start,end,words
1,7,words,3,{no llega|no me llega el|no me llega},,,,-2.25,6,20,No me llega el
1,7,words,2,no me lleg*,entrega_tarde,,1,-3,6,17,No me llega
1,7,words,3,{no llega|no me llega el|no me llega},,,,-2.25,6,17,No me llega
1,7,words,8,regalo,,,,,21,27,regalo
1,7,words,5,muy,,,,,29,32,muy
1,7,words,9,pésimo,,,,,33,40,pésimo
1,7,words,4,pésim{o|a},,,,-4,33,40,pésimo
3,,words,6,no vuelvo,,abandono,,-3,0,9,no vuelvo
3,,words,7,idiota,,,,-1.5,18,24,idiota
END
returns_ 0 clamor-match --no-defaults -f ./words.csv in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# without a column id; an entry of several forms is one hit a place
printf 'text\nme encanta me gusta\n' > in
printf 'term,weight\n{me encant*|me encanta|<num>},1\n' > forms.csv
cat > exp << \END
record,id,lexicon,line,term,code,intent,severity,weight,start,end,words
1,,forms,2,{me encant*|me encanta|<num>},,,,1,0,10,me encanta
END
returns_ 0 clamor-match --no-defaults -f ./forms.csv in > out || fail=1
compare exp out || fail=1

# nothing found is no failure: it is not grep
sed 1q exp > exp-none
printf 'text\n\nhola\n' | returns_ 0 clamor-match --no-defaults > out || fail=1
compare exp-none out || fail=1

# the shipped lexicons, and another column
printf 'text,comentario\npésimo,me encanta\n' > in
returns_ 0 clamor-match --text comentario in > out || fail=1
grep ',4,0,10,me encanta$' out > /dev/null || fail=1
grep pésimo out && fail=1
exit $fail

# scripts/accuracy: figures of labelled posts, also without each rule that is.
. "$top_srcdir/tests/init.sh"

mkdir posts
cat > posts/general_tweets.csv << 'END'
id,label,text
1,neg,@luzaral no funciona nada y nadie contesta
2,pos,@luzaral muy amables y rápidos
3,neu,mañana paso por la tienda
END
cat > posts/topics.csv << 'END'
id,kind,code,intent,severity,text
1,complaint,servicio_caido,,1,@telbrisa sin internet otra vez
2,praise,trato,,0,@telbrisa excelente atención
3,neutral,,,0,buenos días a todos
END
"$top_srcdir/scripts/accuracy" posts > out 2> err || fail=1
compare /dev/null err || fail=1
grep -q '^general_tweets  *macro 1.000' out || fail=1
grep -q '^topics: main code  *accuracy ' out || fail=1

# the rules that there are, by the message that names them all
clamor-label --without=x < /dev/null 2>&1 |
	sed -n 's/.*; there are //p' | tr -d , | tr ' ' '\n' > rules
[ "$(wc -l < rules)" -gt 5 ] || fail=1
"$top_srcdir/scripts/accuracy" --rules posts > out 2> err || fail=1
sed '1d; $d; s/ .*//' out > measured
compare rules measured || fail=1
exit $fail

# Tweets in the shapes of the standard API and of older collectors.
. "$top_srcdir/tests/init.sh"
printf '\357\273\277created_at,id_str,full_text,user_screen_name,favorite_count,retweet_count,in_reply_to_status_id_str,source\r\nSun Dec 17 06:01:21 +0000 2017,942273491440631808,"¿Dónde está
mi pedido?",ana_r,"1,234",7.0,None,Twitter for Android\r\n' > api.csv
printf 'is_reply,reply_count,retweet_count,text,tweet_created,tweet_id,tweet_location\nTRUE,0,2,Gracias por nada,Thu Nov 16 18:26:02 +0000 2017,0931226872729530368,Lima\n' > old.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
942273491440631808,2017-12-17T06:01:21+00:00,x,,ana_r,,¿Dónde está. mi pedido?,,1234,7,,,,,,,,,
0931226872729530368,2017-11-16T18:26:02+00:00,x,,,,Gracias por nada,,,2,0,,,,,,,Lima,
X
returns_ 0 clamor-import api.csv old.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
exit $fail

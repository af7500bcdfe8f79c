# A comment under somebody's title is the comment alone; a submission is both.
. "$top_srcdir/tests/init.sh"
cat > comments.csv <<'X'
post_id,comment_id,comment_author,title,post_created_utc,selftext,subreddit,comment,comment_score,comment_created_utc
p1,c1,u_1,¿Qué operador?,2019-01-19 14:00:59,Busco uno bueno.,lima,"El mío.

Nunca falla",-3.0,2019-01-19 14:03:47
X
cat > submissions.csv <<'X'
id,author,title,selftext,subreddit,score,num_comments,created_utc
p1,u_0,¿Qué operador?,Busco uno bueno.,lima,12,4,1547906459
p2,u_9,Sin señal otra vez,"",lima,1,0,1547906460.0
X
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
c1,2019-01-19T14:03:47+00:00,reddit,,u_1,,El mío. Nunca falla,,-3,,,,p1,,,,,,
p1,2019-01-19T14:00:59+00:00,reddit,,u_0,,¿Qué operador? Busco uno bueno.,,12,,4,,,,,,,,
p2,2019-01-19T14:01:00+00:00,reddit,,u_9,,Sin señal otra vez,,1,,0,,,,,,,,
X
returns_ 0 clamor-import comments.csv submissions.csv > out 2> err || fail=1
compare exp out || fail=1
# _utc says the zone: there is nothing to note
compare /dev/null err || fail=1
exit $fail

# JSON in its shapes; what is broken costs no other post.
. "$top_srcdir/tests/init.sh"
header=id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
cat > lines.jsonl <<'X'
{"id":12345678901234567890,"created_at":"Wed Oct 10 20:19:24 +0000 2018","full_text":"Sin señal \ud83d\ude21","user":{"screen_name":"ana_r","followers_count":1200},"entities":{"hashtags":["red","luz"]}}
{"id":2,"text":"No llegó\nnada \ud83d","retweet_count":"3","user":null}
{"id":3,"text":"cortado
{"id":4,"text":"bien","in_reply_to_status_id":1}
X
cat > exp <<X
$header,entities.hashtags
12345678901234567890,2018-10-10T20:19:24+00:00,x,,ana_r,1200,Sin señal 😡,,,,,,,,,,,,,"red,luz"
2,,x,,,,No llegó. nada �,,,3,,,,,,,,,,
4,,x,,,,bien,,,,,1,,,,,,,,
X
cat > exp-err <<'X'
clamor-import: lines.jsonl:3: record 3 rejected: no valid JSON
clamor-import: lines.jsonl: 1 ill-formed byte sequences repaired
clamor-import: 1 record rejected
clamor-import: in=4 out=3 rejected=1 headers=0 repaired=1 unreadable_dates=0 unreadable_numbers=0
X
cat > exp-rejects <<'X'
file,record,offset,reason,encoding,raw
lines.jsonl,3,277,broken-json,utf-8,"{""id"":3,""text"":""cortado"
X
returns_ 3 clamor-import --stats --keep entities.hashtags --rejects bad.csv lines.jsonl > out 2> err || fail=1
compare exp out || fail=1
compare exp-rejects bad.csv || fail=1
compare exp-err err || fail=1

# NUL in a text is shown as unreadable, a name with it is no column
printf '{"id":1,"text":"a\\u0000b","x\\u0000y":2}\n' > nul.json
returns_ 0 clamor-import --stats nul.json > out 2> err || fail=1
grep '^1,,,,,,a�b,,,' out > /dev/null || fail=1
grep ' in=1 out=1 rejected=0 headers=0 repaired=1 ' err > /dev/null || fail=1

# packed, in UTF-16, through a pipe: the same
gzip -c lines.jsonl > lines.jsonl.gz
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE lines.jsonl; } > wide.jsonl
for file in lines.jsonl.gz wide.jsonl; do
	clamor-import --keep entities.hashtags --max-rejects 1 - < $file > out 2> err || fail=1
	compare exp out || fail=1
done

# a page, an archive, an array: one stream; a document that is cut off yields
# its complete posts and one reject
echo '{"data":[{"id":"1","message":"Hola","from":{"name":"Ana"},"created_time":"2026-11-21T14:05:00+0000"}],"paging":{"next":"x"}}' > page.json
cat > tweets.js <<'X'
window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id_str" : "7",
      "full_text" : "Desde el archivo",
      "favorite_count" : "2",
      "created_at" : "Wed Oct 10 20:19:24 +0000 2018"
    }
  }
]
X
printf '[{"id":"8","texto":"uno"},{"id":"9","texto":"do' > cut.json
cat > exp <<X
$header
1,2026-11-21T14:05:00+00:00,facebook,,Ana,,Hola,,,,,,,,,,,,
7,2018-10-10T20:19:24+00:00,x,,,,Desde el archivo,,2,,,,,,,,,,
8,,,,,,uno,,,,,,,,,,,,
X
echo 'clamor-import: cut.json:1: record 2 rejected: the JSON ends in the middle
clamor-import: 1 record rejected' > exp-err
returns_ 3 clamor-import page.json tweets.js cut.json > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# a field that is met late is not lost, nor one of another name
i=0
while test $i -lt 1100; do echo '{"id":'$i',"body":"hola"}'; i=$((i + 1)); done > late.jsonl
echo '{"id":1100,"text":"tarde","lang":"es"}' >> late.jsonl
returns_ 0 clamor-import late.jsonl > out 2> err || fail=1
test "$(grep -c ',hola,' out)" -eq 1100 || fail=1
tail -n 1 out > got
echo '1100,,,,,,tarde,,,,,,,,,,es,,' > exp
compare exp got || fail=1

# no posts at all
echo "$header" > exp
for empty in '[]' '{"data":[]}'; do
	echo "$empty" > empty.json
	returns_ 0 clamor-import empty.json > out 2> err || fail=1
	compare exp out || fail=1
done

# the choice is told
cat > exp-err <<'X'
clamor-import: page.json: JSON, in UTF-8
clamor-import: page.json: profile facebook-comments (Facebook, comments): it has message + created_time
clamor-import: page.json: id from 'id'
clamor-import: page.json: date from 'created_time'
clamor-import: page.json: source is facebook
clamor-import: page.json: author from 'from.name'
clamor-import: page.json: text from 'message'
X
returns_ 0 clamor-import --explain page.json > out 2> err || fail=1
compare exp-err err || fail=1
returns_ 2 clamor-import --map text=nada page.json > out 2> err || fail=1
grep "no column 'nada' for text" err > /dev/null || fail=1
exit $fail

# Pages of JSON: what stands beside the posts comes to the post that names it.
. "$top_srcdir/tests/init.sh"

page() {
	printf '{%s"data":[{"id":"1","text":"a","author_id":"7","public_metrics":{"like_count":1}},{"id":"2","text":"b","author_id":"8","public_metrics":{"like_count":2}}]%s}\n' "$1" "$2"
}
users='"includes":{"users":[{"username":"ana","id":"7"},{"id":"9","username":"no"},{"id":"7","username":"otra"}],"places":[]}'
cat > named <<'X'
1,ana
2,8
X
cat > numbered <<'X'
1,7
2,8
X
# authors EXPECTED OPTION...: id and author of the posts of `in`
authors() {
	exp=$1
	shift
	returns_ 0 clamor-import --stats "$@" in > out 2> err || fail=1
	cut -d, -f1,5 out | sed 1d > got
	compare "$exp" got || fail=1
	grep 'in=\([0-9]*\) out=\1 rejected=0' err > /dev/null || fail=1
}
page '' ", $users" > in
authors named
# the first of an id counts, and they may stand before the posts
page "$users, " '' > in
authors named
page '' '' > in
authors numbered
# each page has its own
{ page '' ", $users"; page '' ''; page '' ", $users"; } > in
cat named numbered named > three
authors three
# pages in an array, indented by a program
{ echo '['; page '' ", $users"; echo ','; page '' ''; echo ']'; } > in
cat named numbered > two
authors two
# of one that is too large the posts come without, which is said
page '' ", $users" > in
authors numbered --max-page 100
grep 'in: 1 pages are too large to look up what stands beside their posts' err > /dev/null || fail=1
authors named --max-page 1k
# cut off within it: the posts are there
page '' ", $users" | head -c 240 > in
clamor-import --stats in > out 2> err
cut -d, -f1,5 out | sed 1d > got
compare numbered got || fail=1
grep ' in=3 out=2 rejected=1 ' err > /dev/null || fail=1
returns_ 2 clamor-import --max-page lots in > out 2> err || fail=1

# answers inside of answers, each with the id of the one around it
printf '{"data":[{"id":"1","message":"a","created_time":"2026-11-20T10:00:00Z","comments":{"data":[{"message":"b","created_time":"2026-11-20T11:00:00Z","comments":{"data":[{"id":"3","message":"c","created_time":"2026-11-20T12:00:00Z"}]},"id":"2"},{"id":"4","message":"d","created_time":"2026-11-20T13:00:00Z"}]}}]}\n' > in
returns_ 0 clamor-import --stats in > out 2> err || fail=1
cut -d, -f1,7,12 out > got
cat > exp <<'X'
id,text,reply_to
1,a,
2,b,1
3,c,2
4,d,1
X
compare exp got || fail=1
grep ' in=4 out=4 rejected=0 ' err > /dev/null || fail=1
exit $fail

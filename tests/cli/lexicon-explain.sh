# explain tells what label finds: the same kind, score and topics, for each
# post, as an operand or as a line.
. "$top_srcdir/tests/init.sh"

printf 'term,weight,code,severity,role\nno me llega,-3,entrega_tarde,1,\n' > l.csv
printf 'muy,,,,intensifier\namable,3,trato,,\n' >> l.csv
cat > exp << 'END'
post      No me llegaaa, muy amable
folded    no me llega, muy amable
words     bytes, as written, as read
  0:2       No                no
  3:5       me                me
  6:13      llegaaa           llega             drawn out
  15:18     muy               muy
  19:25     amable            amable
hits      3
  0:13 'No me llegaaa'  l:2 'no me llega', weight -3, entrega_tarde, severity 1
    × 1.25 (drawn out)
    = -3.75
  15:18 'muy'  l:3 'muy', intensifier × 1.5 over 3 words
    modifies what follows
  19:25 'amable'  l:4 'amable', weight 3, trato
    × 1.5 'muy' (intensifier)
    = 4.5
score     P = 4.5, N = 3.75, S = P - N = 0.75
          S / (|S| + 4) = 0.75 / 4.75 = 0.158
kind      mixed, polarity mixed
          tied to a company: yes, by a topic, an intent, a user, a brand or a rating
  1 no    spam: a hit of the role spam (there is none) and N = 0
  2 no    neutral: news, an offer or advice, no customer speaks (no)
  3 holds mixed: tied, P and N without adversatives (4.5 and 3.75) at least 2, the smaller at least 0.65 of the larger (0.4 if an adversative parts them), no sneer (none)
topics    entrega_tarde, area logistica, stage entrega
  trato: 1 hit, for 4.5, against 0; early 0.8
  entrega_tarde: 1 hit, for 0, against 3.75; early 4
intent    none
severity  1, of the hits 1
wait      none
marks     none
END
post='No me llegaaa, muy amable'
returns_ 0 clamor-lexicon explain -f ./l.csv --no-defaults "$post" > out 2> err ||
	fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
printf '%s' "$post" | returns_ 0 clamor-lexicon explain --no-defaults \
	--lexicon=./l.csv > out || fail=1
compare exp out || fail=1
{ cat exp && echo && cat exp; } > exp2
printf '%s\r\n%s\n' "$post" "$post" |
	returns_ 0 clamor-lexicon --no-defaults explain -f ./l.csv > out || fail=1
compare exp2 out || fail=1

# the very verdicts of label
clamor-import "$top_srcdir/samples/tweets-es.csv" > posts.csv || fail=1
head -n 301 posts.csv | clamor-norm > /dev/null || fail=1
{
	echo text
	awk -F, 'NR > 1 { print $7 }' posts.csv | grep -v '"' | head -n 300
} > texts.csv
clamor-label texts.csv > labelled.csv || fail=1
awk -F, 'NR > 1 { print $(NF - 11), $(NF - 10), $(NF - 9) + 0, $(NF - 3) }' \
	labelled.csv > exp
[ "$(wc -l < exp)" -gt 50 ] || fail=1
sed 1d texts.csv | returns_ 0 clamor-lexicon explain > out || fail=1
awk '/^kind / { kind = $2; polarity = $4; sub(",", "", kind) }
	/^ *S \/ \(\|S\| \+ 4\)/ { score = $NF + 0 }
	/^severity / { sub(",", "", $2); print kind, polarity, score, $2 }' \
	out > actual
compare exp actual || fail=1

# a rating ties a post to a company
printf 'term,weight\nbueno,1.5\n' > l.csv
returns_ 0 clamor-lexicon explain -f ./l.csv --no-defaults bueno > out || fail=1
grep '^kind *neutral,' out > /dev/null || fail=1
returns_ 0 clamor-lexicon explain --rated -f ./l.csv --no-defaults bueno > out ||
	fail=1
grep '^kind *praise,' out > /dev/null || fail=1
exit $fail

# tune: weights fitted to labelled posts, the old ones beside them
. "$top_srcdir/tests/init.sh"

# "fino" is praise here, and the lexicon hardly knows; "flojo" is worse than it
# says; "raro" stands in too few posts; "color" weighs nothing
cat > l.csv << 'END'
# mis palabras
term,weight,jefe
fin{o|a},0.2,ana
# malas
"flojo",-0.5,"luis, eva"
raro,-1,
color,,
END
i=0
echo 'text,label' > posts.csv
while [ "$i" -lt 40 ]; do
	i=$((i + 1))
	echo "@banco servicio fino de color $i,pos"
	echo "@banco flojo $i,neg"
	echo "@banco fino pero flojo $i,neg"
	echo "@banco hoy $i,neu"
	[ "$i" -gt 2 ] || echo "@banco raro $i,neg"
done >> posts.csv
returns_ 0 clamor-lexicon tune --no-defaults ./l.csv posts.csv > out 2> err ||
	fail=1
sed 's/^\(fin{o|a}\),[0-9.]*,/\1,UP,/; s/^\("flojo"\),-[0-9.]*,/\1,DOWN,/' out \
	> shape
cat > exp << 'END'
# mis palabras
term,weight,old_weight,jefe
fin{o|a},UP,0.2,ana
# malas
"flojo",DOWN,-0.5,"luis, eva"
raro,-1,-1,
color,,,
END
compare exp shape || fail=1
awk -F, '/^fin/ { exit !($2 > 0.2) }' out || fail=1
awk -F, '/flojo/ { exit !($2 <= -1) }' out || fail=1
grep -q '162 posts: 82 against, 40 for, 40 neither' err || fail=1
# the gain is told, and it is one
sed -n 's/.*learnt from: \([0-9.]*\), before \([0-9.]*\) .*/\1 \2/p' err |
	awk '{ ok = $1 > $2 } END { exit !ok }' || fail=1

# what comes out is a lexicon that can be tuned again; the same input, the same
returns_ 0 clamor-lexicon check --errors ./out > /dev/null || fail=1
clamor-lexicon tune --no-defaults ./l.csv < posts.csv > again 2> /dev/null || fail=1
compare out again || fail=1
clamor-lexicon tune --no-defaults ./out posts.csv > twice 2> /dev/null || fail=1
[ "$(head -n 2 twice | tail -n 1)" = term,weight,old_weight,jefe ] || fail=1

# a small cost changes little; no sign is turned unless told
clamor-lexicon tune --no-defaults --cost 0.001 ./l.csv posts.csv 2> /dev/null |
	awk -F, '/flojo/ { exit !($2 >= -0.7) }' || fail=1
printf 'term,weight\nfino,-1\nflojo,-3\n' > bad.csv
clamor-lexicon tune --no-defaults --cost 10 ./bad.csv posts.csv > out 2> /dev/null ||
	fail=1
grep -q '^fino,-0.1,-1$' out || fail=1
clamor-lexicon tune --no-defaults --cost 10 --flip ./bad.csv posts.csv > out \
	2> /dev/null || fail=1
grep -q '^fino,[0-9.]*,-1$' out || fail=1

# nothing to learn from, nothing to tune
grep -v ',pos' posts.csv > neg.csv
returns_ 2 clamor-lexicon tune --no-defaults ./l.csv neg.csv > out 2> err || fail=1
compare /dev/null out || fail=1
grep -q 'nothing can be learnt' err || fail=1
returns_ 2 clamor-lexicon tune > out 2> err || fail=1
grep -q 'say which lexicon' err || fail=1
printf 'term,code\nfino,trato\n' > no.csv
returns_ 2 clamor-lexicon tune --no-defaults ./no.csv posts.csv > out 2> err || fail=1
grep -q 'no.csv has no column weight' err || fail=1
cut -d, -f1 posts.csv > unlabelled.csv
returns_ 2 clamor-lexicon tune --no-defaults ./l.csv unlabelled.csv > out 2> err ||
	fail=1
grep -q -- '--true COLUMN' err || fail=1
returns_ 2 clamor-lexicon tune --no-defaults ./l.csv posts.csv > /dev/full 2> err ||
	fail=1
exit $fail

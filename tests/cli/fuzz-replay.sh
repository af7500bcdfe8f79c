# The fuzzers' promises hold for what they have found before, and a megabyte of
# anything takes no more than a moment.
. "$top_srcdir/tests/init.sh"
TMPDIR=$work
export TMPDIR
fuzz=$top_builddir/tests/fuzz

for name in convert import lexicon matcher record tokens; do
	returns_ 0 "$fuzz/replay_$name" \
		"$top_srcdir/tests/fuzz/corpus/$name"/* 2> err || {
		fail=1
		cat err >&9
	}
done

# repeat COUNT TEXT: the text so many times
repeat() {
	awk -v n="$1" -v s="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'
}

# quick NAME: it is done with the file `big` in time
quick() {
	returns_ 0 timeout 60 "$fuzz/replay_$1" big || fail=1
}

# Posts: a square here takes minutes.
for text in a '(' @ '#A' 'no ' ':)' x. 1. '"a",' '&' '!' 'xq ' 'a b ' \
	'3 horas ' aaab www. 😡 'tonto;' 'no bueno ' '*' 'p**a ' m1 a- \
	'#lapeorno ' 'p e s i m o ' 'о' 'аb' '&#x1F621;' 'buenoo '; do
	repeat 150000 "$text" > big
	quick matcher
done
{ repeat 87000 'bueno '; repeat 75000 'regalo '; } > big
quick matcher

# Records.
for text in '"' '""' , 'a"' '"a
' 'a","x
'; do
	repeat 150000 "$text" > big
	quick import
done

# Lexicons: braces without end, stems that begin alike, columns.
row="{$(repeat 200 '|')}$(repeat 2600 '{a}'),1"
{ echo term,weight; repeat 120 "$row
"; } > big
quick lexicon
awk 'BEGIN { print "term,weight"; for (i = 0; i < 90000; i++)
	printf "aaa%c%c%c%c*,1\n", 97 + i % 26, 97 + i / 26 % 26,
		97 + i / 676 % 26, 97 + i / 17576 % 26 }' > big
quick lexicon
awk 'BEGIN { for (i = 0; i < 150000; i++) printf "c%d,", i; print "term" }' \
	> big
quick lexicon

# Lexicons of other tools, by their letter.
for text in 'd
a b	1' 'e%
1 a
' 'i[' 'ia: {' "i'" 'i- ' 'j	a
' 'k+a
' 'la* ' 'la	' 'm"a",'; do
	{ printf '%s' "$text" | head -c 1; repeat 150000 "${text#?}"; } > big
	quick convert
done

exit $fail

# Values chosen, merged and skipped.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
label,polarity
pos,pos
pos,mixed
neg,neg
neg,
neu,neu
neu,neg
mixed,neg
END
measures() {
	grep -v '^[a-z]*,\(precision\|recall\|posts\|left_out\|support\)' |
		cut -d, -f2-5 | sed 1d
}

# others are in the accuracy and in the table, not in the mean; an empty guess
# is one of them
cat > exp <<'END'
accuracy,,,0.428571
macro_f1,,,0.533333
f1,pos,,0.666667
f1,neg,,0.400000
confusion,pos,pos,1
confusion,pos,neg,0
confusion,pos,(other),1
confusion,neg,pos,0
confusion,neg,neg,1
confusion,neg,(other),1
confusion,(other),pos,0
confusion,(other),neg,2
confusion,(other),(other),1
END
returns_ 0 clamor-eval --classes pos,neg in.csv > out 2> err || fail=1
measures < out > actual
compare exp actual || fail=1
compare /dev/null err || fail=1

# skipped before it is merged; what is merged is in both columns
cat > exp <<'END'
accuracy,,,0.500000
macro_f1,,,0.522222
f1,neg,,0.500000
f1,neu,,0.400000
f1,pos,,0.666667
confusion,neg,neg,1
confusion,neg,neu,1
confusion,neg,pos,0
confusion,neu,neg,1
confusion,neu,neu,1
confusion,neu,pos,0
confusion,pos,neg,0
confusion,pos,neu,1
confusion,pos,pos,1
END
returns_ 0 clamor-eval --skip mixed --map mixed=neu,=neu in.csv > out \
	2> err || fail=1
measures < out > actual
compare exp actual || fail=1
compare /dev/null err || fail=1
grep '^polarity,left_out,,,1,,$' out > /dev/null || fail=1

# empty labels made a class; a class that is nowhere counts 0, and that is said
printf 'a,b\nx,x\n,\n' > empty.csv
returns_ 0 clamor-eval --true a --guess b --map =none --classes x,none,z \
	empty.csv > out 2> err || fail=1
measures < out | head -n 5 > actual
cat > exp <<'END'
accuracy,,,1.000000
macro_f1,,,0.666667
f1,x,,1.000000
f1,none,,1.000000
f1,z,,
END
compare exp actual || fail=1
echo "clamor-eval: no label is 'z': its F1 of 0 is in macro-F1 (see --map, --classes)" > exp
compare exp err || fail=1

# nothing labelled at all
printf 'label,polarity\n,pos\n' > none.csv
returns_ 0 clamor-eval none.csv > out 2> err || fail=1
echo 'clamor-eval: no post has a label' > exp
compare exp err || fail=1
grep '^polarity,accuracy,,,,,$' out > /dev/null || fail=1
returns_ 0 clamor-eval --table none.csv > out 2> err || fail=1
exit $fail

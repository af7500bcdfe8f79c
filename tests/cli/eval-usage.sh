# Wrong use is status 2 with a message, rejected records are 3.
. "$top_srcdir/tests/init.sh"

printf 'label,polarity\npos,pos\nneg,pos\n' > in.csv

for args in '--classes pos,pos' '--classes pos,' '--map mixed' '--draws x' \
	'--draws 1000001' '--draws=' '--seed -1' '--errors 0' \
	'--errors 3 --versus label' '--table --excel' '--frobnicate'; do
	returns_ 2 clamor-eval $args in.csv > out 2> err || fail=1
	compare /dev/null out || fail=1
	grep "^Try 'clamor-eval --help'" err > /dev/null || fail=1
done

for args in '--true no' '--guess no' '--versus no' '--label-prefix no_' \
	'--errors 1 --score no'; do
	returns_ 2 clamor-eval $args in.csv > out 2> err || fail=1
	compare /dev/null out || fail=1
done

# texts are no labels
{
	echo label,polarity
	i=0
	while [ $i -lt 256 ]; do echo "v$i,pos"; i=$((i + 1)); done
} > many.csv
returns_ 2 clamor-eval many.csv > out 2> err || fail=1
compare /dev/null out || fail=1
echo 'clamor-eval: many.csv:256: more than 255 different values: are these labels?' > exp
compare exp err || fail=1

# a ragged record is rejected, the others count; files are one
printf 'neg\n' >> in.csv
returns_ 3 clamor-eval --rejects bad.csv in.csv in.csv > out 2> err || fail=1
grep '^polarity,posts,,,4,,$' out > /dev/null || fail=1
[ "$(wc -l < bad.csv)" -eq 3 ] || fail=1
returns_ 0 clamor-eval --max-rejects 50% in.csv > out 2> err || fail=1
returns_ 2 clamor-eval absent.csv in.csv > out 2> err || fail=1
grep '^polarity,posts,,,2,,$' out > /dev/null || fail=1

# -o, --excel, another delimiter
printf 'label;polarity\npos;pos\n' > semi.csv
returns_ 0 clamor-eval -d ';' -o out.csv semi.csv || fail=1
sed -n 2p out.csv | grep '^polarity;posts;;;1;;$' > /dev/null || fail=1
returns_ 0 clamor-eval -d ';' --excel semi.csv > out || fail=1
printf '\357\273\277guess,measure,class,against,value,low,high\r\n' > exp
head -n 1 out > first
compare exp first || fail=1

! test -w /dev/full ||
	returns_ 2 clamor-eval semi.csv -d ';' > /dev/full 2> err || fail=1
exit $fail

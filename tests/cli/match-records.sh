# record counts the data records of all operands; rejects and headers do not.
. "$top_srcdir/tests/init.sh"

printf 'term\nmal\n' > mal.csv
printf 'id,text\n1,mal\nragged\n' > a
printf 'id,text\n2,bien\n3,mal\n' > b
cat > exp << \END
record,id,lexicon,line,term,code,intent,severity,weight,start,end,words
1,1,mal,2,mal,,,,,0,3,mal
3,3,mal,2,mal,,,,,0,3,mal
END
returns_ 3 clamor-match --no-defaults -f ./mal.csv a b > out 2> err || fail=1
compare exp out || fail=1
cat a b | returns_ 3 clamor-match --no-defaults -f ./mal.csv --stats > out \
	2> err || fail=1
compare exp out || fail=1
grep 'in=5 out=2 rejected=1 headers=1' err > /dev/null || fail=1

# one operand that is not there: the others are done
returns_ 2 clamor-match --no-defaults -f ./mal.csv none b > out 2> err ||
	fail=1
sed -e 2d -e 's/^3/2/' exp > exp-b
compare exp-b out || fail=1
grep '^clamor-match: none: No such file' err > /dev/null || fail=1
exit $fail

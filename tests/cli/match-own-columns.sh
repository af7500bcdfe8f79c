# The user's own lexicon columns, and --with columns of the post.
. "$top_srcdir/tests/init.sh"

printf 'term,weight,owner,example\nmal,-1,"Ana, Bo",mal\n' > a.csv
printf 'url;term;owner;prio;\nx;bien;Eva;2;\n' > b.csv
printf 'date,id,brand,text\n2026-01-02,1,"A ""B""",mal y bien\n' > in
cat > exp << \END
record,id,lexicon,line,term,code,intent,severity,weight,start,end,words,owner,url,prio,brand,date
1,1,a,2,mal,,,,-1,0,3,mal,"Ana, Bo",,,"A ""B""",2026-01-02
1,1,b,2,bien,,,,,6,10,bien,Eva,x,2,"A ""B""",2026-01-02
END
returns_ 0 clamor-match --no-defaults -f ./a.csv -f ./b.csv --with brand,date \
	in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
returns_ 0 clamor-match --no-defaults -f ./a.csv -f ./b.csv --with brand \
	--with date in > out || fail=1
compare exp out || fail=1

# no name stands twice
printf 'term,start\nmal,1\n' > start.csv
cat > exp << \END
clamor-match: two columns of the output would be named 'start': rename that of the lexicon, or leave it out of --with
END
returns_ 2 clamor-match -f ./start.csv in > out 2> err || fail=1
compare exp err || fail=1
compare /dev/null out || fail=1
for with in id brand,brand; do
	returns_ 2 clamor-match --with $with in > out 2> err || fail=1
done
returns_ 2 clamor-match -f ./b.csv --with url in > out 2> err || fail=1

# unknown and empty names
returns_ 2 clamor-match --with marca --output out2 in > out 2> err || fail=1
grep "no column 'marca' among date, id, brand, text (name it by --with" err \
	> /dev/null || fail=1
test ! -e out2 || fail=1
for with in '' ',' 'brand,'; do
	returns_ 2 clamor-match --with "$with" in > out 2> err || fail=1
	grep 'names an empty column' err > /dev/null || fail=1
done
exit $fail

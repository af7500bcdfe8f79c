# Lexicons are untrusted: whatever stands in one, it is refused with a place or
# read, in time. A square over these takes minutes.
. "$top_srcdir/tests/init.sh"
printf 'text\nno hay pal7as\n' > posts.csv

# rows COUNT EXPRESSION: so many rows of what awk prints for i
rows() {
	echo "$header"
	awk -v n="$1" "BEGIN { for (i = 0; i < n; i++) print $2 }"
}

# takes STATUS FILE: check ends with that, match with 0 or 2, both in time
takes() {
	returns_ "$1" timeout 60 clamor-lexicon check "./$2" > out 2> err ||
		fail=1
	grep '^entries=[0-9]* forms=[0-9]* problems=[0-9]*$' out > /dev/null ||
		fail=1
	timeout 60 clamor-match --no-defaults -f "./$2" posts.csv > out 2> err
	case $? in
	0) ;;
	2) [ -s err ] && [ ! -s out ] || fail=1 ;;
	*) fail=1 ;;
	esac
}

header=term,weight,role,to
rows 30000 '"no pal" i "*,-1,,"' > l.csv
takes 1 l.csv
rows 30000 '"no ~" i % 20 + 1 " x" i ",-1,,"' > l.csv
takes 0 l.csv
rows 30000 '"x" int(i / 2) (i % 2 ? ",,," : ",,slang,y")' > l.csv
takes 1 l.csv
rows 30000 '"a" substr("bbbbbbbbbbbbbbbb", 1, i % 16) i "*,-1,,"' > l.csv
takes 1 l.csv
rows 30000 '"no pal" i "* mal,-1,,"' > l.csv
takes 1 l.csv
rows 10000 '"/pala" i "[bc]/,-1,,"' > l.csv
takes 0 l.csv
{ rows 1 '"mal,-1,,"' && printf 'a\0b,1,,\n\0,1,,\nbien,\0,,\n'; } > l.csv
takes 1 l.csv

# a million alternatives, braces without end, a long expression, a long line
header=term
{ echo term && printf '{' && yes 'a|' | head -n 1000000 | tr -d '\n' &&
	echo 'a}'; } > l.csv
takes 1 l.csv
{ echo term && yes '{' | head -n 4000 | tr -d '\n' && printf a &&
	yes '}' | head -n 4000 | tr -d '\n' && echo; } > l.csv
takes 0 l.csv
{ echo term && printf '/(' && yes 'abc|' | head -n 100000 | tr -d '\n' &&
	echo 'a)x/'; } > l.csv
takes 1 l.csv
rows 300 '"{a|b|c|d}{e|f|g|h}{i|j|k|l}{m|n|o|p}" i' > l.csv
takes 0 l.csv

# codes without end
{ echo code,area,stage && awk 'BEGIN { for (i = 0; i < 100000; i++)
	print "c" i ",a,b" }'; } > codes.csv
printf 'term,code\nmal,c9\n' > l.csv
timeout 60 clamor-lexicon check --codes ./codes.csv ./l.csv > out 2> err
[ $? -eq 2 ] && grep 'codes.csv: more than 10000 codes' err > /dev/null || fail=1
exit $fail

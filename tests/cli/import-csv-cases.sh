# What is known to be hard for readers of CSV: what each is read as.
. "$top_srcdir/tests/init.sh"

# reads NAME COUNTS: of the file NAME come the ids and texts in NAME.exp, and
# these counts
reads ()
{
	clamor-import --tz UTC --profile none --stats "$1" > out 2> err
	cut -d, -f1,7- out | sed -e 1d -e 's/,*$//' > got
	compare "$1.exp" got || { echo "in $1" >&9; fail=1; }
	grep "^clamor-import: $2 " err > /dev/null || { cat err >&9; echo "in $1" >&9; fail=1; }
}

printf 'id,text\n1,"a, b, c"\n2,",",\n' > commas # one delimiter too many
printf '1,"a, b, c"\n' > commas.exp
reads commas 'in=2 out=1 rejected=1 headers=0'

printf 'id,text\n1,"a ""b"" c"\n2,""""\n3,""\n4,\n5,"""a"""\n' > quotes
printf '1,"a ""b"" c"\n2,""""\n3\n4\n5,"""a"""\n' > quotes.exp
reads quotes 'in=5 out=5 rejected=0 headers=0'

printf 'id,text\r\n1,"a\r\nb"\r\n2,"a\nb\n\nc"\r\n3,"\r"\r\n' > breaks
printf '1,a. b\n2,a. b. c\n3," "\n' > breaks.exp
reads breaks 'in=3 out=3 rejected=0 headers=0'

printf 'id,text\n1,"{""type"":""Point"",\n ""at"":[1,2]}"\n' > json
printf '1,"{""type"":""Point"", ""at"":[1,2]}"\n' > json.exp
reads json 'in=1 out=1 rejected=0 headers=0'

printf '\357\273\277"id","text"\n"1","a"' > bom # no line end
printf '1,a\n' > bom.exp
reads bom 'in=1 out=1 rejected=0 headers=0'

# quotes where none should be are what they are
printf 'id,text\n1,a "b" c\n2,5" de alto\n3, "a"\n4,a"\n5,"a"b"\n' > inside
printf '1,"a ""b"" c"\n2,"5"" de alto"\n3," ""a"""\n4,"a"""\n5,"a""b"\n' > inside.exp
reads inside 'in=5 out=5 rejected=0 headers=0'

# bytes behind a closing quote: the quote was not meant to close
printf 'id,text\n1,"a" b\n2,c\n' > behind
printf '2,c\n' > behind.exp
reads behind 'in=2 out=1 rejected=1 headers=0'

# one quote that does not close costs its own line, wherever the next one is
printf 'id,text\n1,a\n2,"b\n3,c\n4,"d"\n5,e\n' > open
printf '1,a\n3,c\n4,d\n5,e\n' > open.exp
reads open 'in=5 out=4 rejected=1 headers=0'
printf 'id,text\n1,a\n2,"b' > last
printf '1,a\n' > last.exp
reads last 'in=2 out=1 rejected=1 headers=0'

printf 'id,text\n\n1,a\n\n\n2,b\n\n' > blank
printf '1,a\n2,b\n' > blank.exp
reads blank 'in=2 out=2 rejected=0 headers=0'

printf 'id,text\r1,a\r2,"b\rc"\r' > mac
printf '1,a\n2,b. c\n' > mac.exp
reads mac 'in=2 out=2 rejected=0 headers=0'

printf 'id,text\n1,a\r\n2,b\n3,c\r\n' > mixed
printf '1,a\n2,b\n3,c\n' > mixed.exp
reads mixed 'in=3 out=3 rejected=0 headers=0'

printf 'id,text\n1,a\nid,text\n2,b\n"id","text"\n' > twice
printf '1,a\n2,b\n' > twice.exp
reads twice 'in=4 out=2 rejected=0 headers=2'

printf 'id\ttext\n1\ta, b; c | d\n2\t"e\tf"\n' > tabs
printf '1,"a, b; c | d"\n2,e\tf\n' > tabs.exp
reads tabs 'in=2 out=2 rejected=0 headers=0'

printf 'text\na\n\n"b, c"\n' > single
printf ',a\n\n,"b, c"\n' > single.exp
reads single 'in=3 out=3 rejected=0 headers=0'

printf 'id,text\n1,nul\000o\n2,\000\n' > nul
printf '1,nul\357\277\275o\n2,\357\277\275\n' > nul.exp
reads nul 'in=2 out=2 rejected=0 headers=0'

printf 'id,text\n' > none
: > none.exp
reads none 'in=0 out=0 rejected=0 headers=0'

printf 'id,text\n1,=1+1\n2,@SUM(A1)\n3,-2\n4,-\n' > formulas
printf '1,=1+1\n2,@SUM(A1)\n3,-2\n4,-\n' > formulas.exp
reads formulas 'in=4 out=4 rejected=0 headers=0'
exit $fail

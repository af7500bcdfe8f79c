# convert: each format, what becomes of it and what is said of the rest; the
# result is in order.
. "$top_srcdir/tests/init.sh"

# converts STATUS ARGUMENT...: what is in exp (and on standard error in said)
converts() {
	wanted=$1
	shift
	returns_ "$wanted" clamor-lexicon convert "$@" > out.csv 2> err || fail=1
	compare exp out.csv || fail=1
	sed 's/^clamor-lexicon: //' err > left
	compare said left || fail=1
	returns_ 0 clamor-lexicon check --errors ./out.csv > counts 2> err || {
		cat err >&9
		fail=1
	}
}

# SentiStrength: comments with TABs and further pairs; siblings by name.
# shellcheck disable=SC1003
{
	printf 'pesim*\t-4\nbuen*\t3\tnota\tmal -3\tx\ngenial\t4\nGenial\t3\n'
	printf 'GENIAL\t4\nmalo*s\t-2\nfeo\n[x|y]\t2\n\341spero\t+2,5\n\n'
} > EmotionLookupTable.txt
printf 'muy\t1\nsuper\t2\nalgo\t-1\n' > BoosterWordList.txt
printf 'no\nnunca\n' > NegatingWordList.txt
printf ':)\t1\n:-|\t0\n%%-(\t-1\n' > EmoticonLookupTable.txt
printf 'ni fu ni fa\t-1\n' > IdiomLookupTable.txt
printf 'xq\tporque\nni idea\tno se\nsolo\n' > SlangLookupTable.txt
cat > exp << 'END'
term,weight,role,strength,to
pesim*,-4,,,
buen*,3,,,
genial,4,,,
[x\|y],2,,,
áspero,2.5,,,
muy,,intensifier,1.5,
super,,intensifier,2,
algo,,diminisher,0.5,
no,,negator,,
nunca,,negator,,
:),1,,,
:-|,0,,,
ni fu ni fa,0,,,
xq,,slang,,porque
END
cat > said << 'END'
EmotionLookupTable.txt:6: 'malo*s': '*' can only end a word
EmotionLookupTable.txt:7: 'feo': no number behind a TAB
EmotionLookupTable.txt: read as WINDOWS-1252
EmoticonLookupTable.txt:3: '%-(': no word in it that could match (terms are words, numbers, emoji and emoticons)
SlangLookupTable.txt:2: 'ni idea': slang is one word here
SlangLookupTable.txt:3: 'solo': no meaning behind a TAB
EmotionLookupTable.txt:4: 'Genial' has another weight in line 3: that one is kept
entries=14 left=6
END
converts 3 --from sentistrength EmotionLookupTable.txt BoosterWordList.txt \
	NegatingWordList.txt EmoticonLookupTable.txt IdiomLookupTable.txt \
	SlangLookupTable.txt

# LIWC: TABs or blanks, a tree of categories, some with a description, words
# that depend on others
cat > l.dic << 'END'
%
1	affect
	2	posemo (Positive Emotions)
3 negemo
7 Trato
3 otra
x
%
buen*	1	2
mal 1 3
de mala gana 3

kind <of> 3
like (02 134)125/464	253
solo
raro	9	x
grosero	7 3
END
cat > exp << 'END'
term,weight,code,role,category
buen*,2,,,affect;affect.posemo
mal,,,mark:affect,affect
mal,,,mark:negemo,negemo
de mala gana,,,mark:negemo,negemo
grosero,,trato,,Trato;negemo
END
cat > said << 'END'
l.dic:7: not a number and the name of a category
l.dic:6: another category has the number 3
l.dic:13: 'kind <of>': depends on the words around it
l.dic:14: 'like (02 134)125/464': depends on the words around it
l.dic:15: 'solo': no category
l.dic:16: 'raro': there is no category 9
l.dic:16: 'raro': 'x' is no number of a category
entries=5 left=7
END
converts 3 --from liwc --weight Posemo=2 l.dic
printf 'buen*\t1\n' > bad.dic
returns_ 2 clamor-lexicon convert --from liwc bad.dic > out 2> err || fail=1
grep 'bad.dic:1: no categories between' err > /dev/null || fail=1

# the CSV of LIWC-22, with marks or weights
cat > l.dicx << 'END'
DicTerm,posemo,negemo,Trato
buen*,X,,
mal,,x,
"feo, mucho",,-2.5,
grosero,,,X
nada,,,
raro,?,,
END
cat > exp << 'END'
term,weight,code,role,category
buen*,2,,,posemo
mal,,,mark:negemo,negemo
"feo, mucho",-2.5,,,negemo
grosero,,trato,,Trato
END
cat > said << 'END'
l.dicx:6: 'nada': no category
l.dicx:7: 'raro': '?' is no X or weight
entries=4 left=2
END
converts 3 --from liwc --weight posemo=2 l.dicx
echo 'word,posemo' > bad.dicx
returns_ 2 clamor-lexicon convert --from liwc bad.dicx > out 2> err || fail=1
grep "bad.dicx:1: no column 'DicTerm'" err > /dev/null || fail=1

# VADER: from -4 to 4; emoticons as they are
printf ':(\t-1.9\t0.5\t[-2, -1]\nbien\t1.9\t.3\t[1]\n$:\t-1\t1\t[]\n' > v.txt
printf 'top\t4.5\t1\t[]\n~2 {a}\t1\t1\t[]\n' >> v.txt
printf '=3\t1.5\n(y)\t1\nc++\t1\n50%%\t1\n2do.\t2\n' >> v.txt # faces not known
cat > exp << 'END'
term,weight
:(,-2.375
bien,2.375
top,5
\~2 \{a\},1.25
2do.,2.5
END
cat > said << 'END'
v.txt:3: '$:': no word in it that could match (terms are words, numbers, emoji and emoticons)
v.txt:4: 'top' weighs more than the scale has: 5 is taken
v.txt:6: '=3': only '3' of it would be looked for
v.txt:7: '(y)': only 'y' of it would be looked for
v.txt:8: 'c++': only 'c' of it would be looked for
v.txt:9: '50%': only '50' of it would be looked for
entries=5 left=6
END
converts 3 --from vader v.txt

# AFINN: several words, as it stands; --scale; accents make no difference
printf 'mal\t-3\nno sirve\t-2\npésimo\t-5\npesimo\t-5\n!ya\t1\n' > a.txt
printf 'term,weight\nmal,-3\nno sirve,-2\npésimo,-5\n\\!ya,1\n' > exp
: > said
converts 0 --from afinn a.txt
printf 'term,weight\nmal,-1.5\nno sirve,-1\npésimo,-2.5\n\\!ya,0.5\n' > exp
converts 0 --from afinn --scale 10 a.txt
printf 'term,weight,role\nmal,-3,insult\nno sirve,-2,insult\n' > exp
printf 'pésimo,-5,insult\n\\!ya,1,insult\n' >> exp
converts 0 --from afinn --role insult a.txt

# NRC EmoLex
printf 'abandonar\tfear\t1\nabandonar\tnegative\t1\nabandonar\tjoy\t0\n' > e.txt
printf 'leer\ttrust\t1\nleer\tfear\t1\nx\nenfado\tanger\t0.6\n' >> e.txt
cat > exp << 'END'
term,weight,role,category
abandonar,-2,,fear;negative
leer,,mark:trust,trust
leer,,mark:fear,fear
END
cat > said << 'END'
e.txt:6: 'x': no category and 0 or 1 behind TABs
e.txt:7: 'enfado': no category and 0 or 1 behind TABs
entries=3 left=2
END
converts 3 --from emolex e.txt

# the form with a column for each category, and a translation behind them
{
	printf 'English Word\tanger\tNegative\tPositive\tSpanish Word\r\n'
	printf 'abandon\t0\t1\t0\tabandonar\r\nabacus\t0\t0\t0\tabaco\r\n'
	printf 'joyful\t0\t0\t1\talegre\r\nrage\t1\t0\t0\tira\r\nx\t0\t1\t0\t\r\n'
} > wide.txt
cat > exp << 'END'
term,weight,role,category
abandonar,-2,,Negative
alegre,2,,Positive
ira,,mark:anger,anger
END
cat > said << 'END'
wide.txt:6: no word in column 5
entries=3 left=1
END
converts 3 --from emolex wide.txt
printf 'word\tanger\tjoy\ttrust\nira\t1\t0\t0\n' > wide.txt
printf 'term,role,category\nira,mark:anger,anger\n' > exp
: > said
converts 0 --from emolex wide.txt

# quanteda: maps in maps, lists, both, quotes, globs, several words
cat > q.yml << 'END'
# a comment
positivo:
  - bueno*
  - "muy bien"
negativo:
  enfado:
    - mal?
    - [odio, b*c, "estoy harto"]
  "pena": triste
tema: [uno, {espera: dos}]
"a;b\nc": [tres]
END
cat > exp << 'END'
term,code,role,category
bueno*,,mark:positivo,positivo
muy bien,,mark:positivo,positivo
odio,,mark:negativo.enfado,negativo.enfado
estoy harto,,mark:negativo.enfado,negativo.enfado
triste,,mark:negativo.pena,negativo.pena
uno,,mark:tema,tema
dos,espera,,tema.espera
tres,,"mark:a,b c","a,b c"
END
cat > said << 'END'
q.yml:7: 'mal?': '?' for one character has no counterpart
q.yml:8: 'b*c': '*' can only end a word
entries=8 left=2
END
converts 3 --from quanteda q.yml
for text in 'a: [b' '- a' 'a: &x b
c: *x' uno '? [a]
: b'; do
	echo "$text" > bad.yml
	returns_ 2 clamor-lexicon convert --from quanteda bad.yml > out 2> err ||
		{ echo "$text" >&9; fail=1; }
	grep 'clamor-lexicon: bad.yml:[0-9]*:[0-9]*: ' err > /dev/null || fail=1
done

# WordStat: a tree by TABs, terms with a number, _ for blanks
printf 'QUEJAS\n\tDEMORA\n\t\tTARDE (1)\n\t\tBUENAS_TARDES (1)\n' > w.cat
printf '\t\t@NEAR x (1)\n\tMAL* (10)\n\tMAL? (1)\nx (1)\n' >> w.cat
{ printf 'QUEJAS\r\n\r\n' && sed 1d w.cat; } > w.txt
cat > exp << 'END'
term,role,category
TARDE,mark:QUEJAS.DEMORA,QUEJAS.DEMORA
BUENAS TARDES,mark:QUEJAS.DEMORA,QUEJAS.DEMORA
MAL*,mark:QUEJAS,QUEJAS
END
cat > said << 'END'
w.cat:5: '@NEAR x': depends on the words around it
w.cat:7: 'MAL?': '?' for one character has no counterpart
entries=3 left=2
END
sed -i '$d' w.cat
converts 3 --from wordstat w.cat
echo 'x (1)' > w.cat
echo 'term' > exp
printf "w.cat:1: 'x': no category above it, with fewer TABs\nentries=0 left=1\n" > said
converts 3 --from wordstat w.cat

# Lexicoder, with a byte order mark
printf '\357\273\277+positivo\nbien\nmuy bien\n+negativo\nmal*\n' > x.lc3
cat > exp << 'END'
term,role,category
bien,mark:positivo,positivo
muy bien,mark:positivo,positivo
mal*,mark:negativo,negativo
END
: > said
converts 0 --from lexicoder x.lc3

# what a spreadsheet left of a formula
printf 'mal\t-3\n#NAME?\t2\n' > f.txt
printf 'term,weight\nmal,-3\n' > exp
echo "f.txt:2: '#NAME?': a spreadsheet took it for a formula" > said
echo 'entries=1 left=1' >> said
converts 3 --from afinn f.txt

# plain lists: the name is the category; nothing in them is syntax but *
cat > marcas.txt << 'END'
# las de siempre
Telbrisa
#telbrisa
tel*
!x {a}
~3 dias
<num>
/ab/
/ mal /
a\b
END
cat > exp << 'END'
term,role,category
Telbrisa,mark:marcas,marcas
#telbrisa,mark:marcas,marcas
tel*,mark:marcas,marcas
\!x \{a\},mark:marcas,marcas
\~3 dias,mark:marcas,marcas
\<num>,mark:marcas,marcas
\/ab/,mark:marcas,marcas
\/ mal /,mark:marcas,marcas
a\\b,mark:marcas,marcas
END
: > said
converts 0 --from list marcas.txt
printf 'term,weight,category\nmal,-3,list\n' > exp
echo mal > in
converts 0 --from list --weight -3 < in
printf 'term,role,category\nno,negator,list\n' > exp
echo no > in
converts 0 --from list --weight -3 --role negator - < in
printf 'term,weight,category\nmás,1,utf16\n' > exp
echo 'utf16.txt: read as UTF-16LE' > said
printf '\377\376m\000\341\000s\000\n\000' > utf16.txt
converts 0 --from list --weight 1 utf16.txt
printf 'm\000\341\000s\000\n\000' > utf16.txt # without its mark
converts 0 --from list --weight 1 utf16.txt
printf 'term,weight,category\nmal,1,viejo\nfeo,1,viejo\n' > exp
: > said
printf 'mal\rfeo\r' | gzip > viejo.txt.gz # line ends of an old Macintosh
converts 0 --from list --weight 1 viejo.txt.gz

# what is no text
printf 'PK\003\004................0000000000[Content_Types].xml' > libro.xlsx
returns_ 2 clamor-lexicon convert --from list libro.xlsx > out 2> err || fail=1
grep 'libro.xlsx: a workbook, no text (save it as text' err > /dev/null || fail=1

# xan's patterns
printf 'name,query\nproducto,no funciona\n,"mal*, todo"\n' > p.csv
printf 'term,code,role,category\nno funciona,producto,,producto\n' > exp
printf '"mal\\*, todo",,mark:p,p\n' >> exp
: > said
converts 0 --from xan p.csv

# a record that is none: the others are done
printf 'query,name\nmal,a\na\361o,a\nfeo,a,b\npeor,a\n' > p.csv
cat > exp << 'END'
term,role,category
mal,mark:a,a
peor,mark:a,a
END
cat > said << 'END'
p.csv:3: invalid UTF-8 (save as CSV UTF-8)
p.csv:4: 3 fields, but the header has 2 (put cells that hold ',' in quotes)
entries=2 left=2
END
converts 3 --from xan p.csv

# the shipped verdicts stay what they are beside a dictionary of categories
printf '%%\n1 cosa\n%%\npésimo 1\nservicio 1\n' > c.dic
clamor-lexicon convert --from liwc c.dic > c.csv || fail=1
printf 'text\nqué pésimo servicio\n' > post
clamor-label post > exp || fail=1
clamor-label -f ./c.csv post | sed 's/cosa//; s/;servicio@[^;]*=0//' > out
grep ',complaint,neg,' exp > /dev/null || fail=1
cut -d, -f1-9 exp > exp1
cut -d, -f1-9 out > out1
compare exp1 out1 || fail=1

# a file that is not there: the others are done
returns_ 2 clamor-lexicon convert --from list ./none marcas.txt > out 2> err ||
	fail=1
grep none err > /dev/null || fail=1
grep Telbrisa out > /dev/null || fail=1

# usage
for args in '' '--from lwic' '--from list --scale 0' '--from list --weight x' \
	'--from list --role slang' '--from list --role jefe'; do
	# shellcheck disable=SC2086
	returns_ 2 clamor-lexicon convert $args > out 2> err < /dev/null || fail=1
	compare /dev/null out || fail=1
	grep "Try 'clamor-lexicon --help'" err > /dev/null || fail=1
done
exit $fail

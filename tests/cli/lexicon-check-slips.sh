# check: terms that are in order and yet hardly say what was meant; and terms that
# look like them and are fine.
. "$top_srcdir/tests/init.sh"

cat > l.csv << 'END'
term,weight,role,to
/\bmal\b,-1,,
llevo <num>horas,-1,,
no~3 llega,-1,,
no ~ 3 sirve,-1,,
problema(s),-1,,
mal[oa],-1,,
cliente/a,-1,,
no ... carga,-1,,
"fe{o,a}",-1,,
caja{s},-1,,
=3,2,,
100%,2,,
ab*,-1,,
de,-1,,
PERO,,slang,pero
mal servicio,,,
END
cat > exp << 'END'
./l.csv:2:1: '/\bmal\b': an expression ends in '/', too; this is words (close it, or write \/ for the character)
./l.csv:3:1: 'llevo <num>horas': a class glued to something else is just letters (put blanks around it)
./l.csv:4:1: 'no~3 llega': a gap stands between blanks (as in 'no ~3 llega')
./l.csv:5:1: 'no ~ 3 sirve': a gap stands between blanks (as in 'no ~3 llega')
./l.csv:6:1: 'problema(s)': brackets are no syntax, what is in them is a word (write alternatives in braces, as in problema{|s})
./l.csv:7:1: 'mal[oa]': brackets are no syntax, what is in them is a word (write alternatives in braces, as in problema{|s})
./l.csv:8:1: 'cliente/a': what stands behind the '/' is a word of its own (write alternatives in braces, as in amig{o|a})
./l.csv:9:1: 'no ... carga': dots between words mean nothing (write ~3 for a gap of up to three words)
./l.csv:10:2: 'fe{o,a}': braces without '|' have nothing to choose from (separate alternatives by '|')
./l.csv:11:1: 'caja{s}': braces without '|' have nothing to choose from (separate alternatives by '|')
./l.csv:12:1: '=3': only '3' of it is looked for (take it out, or write more words)
./l.csv:13:1: '100%': only '100' of it is looked for (take it out, or write more words)
./l.csv:14:1: 'ab*' hits all words that begin with 'ab' (write a longer stem)
./l.csv:15:1: 'de' says nothing by itself and stands in most posts (write the words that make it an opinion)
./l.csv:16:13: 'PERO' means itself: capitals and accents make no difference (take it out)
./l.csv:17:14: 'mal servicio' has no weight, code, intent or severity (fill one; weight 0 keeps the words in it from counting)
END
returns_ 1 clamor-lexicon check ./l.csv > out 2> err || fail=1
sed 's/^clamor-lexicon: //' err > said
compare exp said || fail=1
echo 'entries=16 forms=15 problems=16' > exp
compare exp out || fail=1
returns_ 0 clamor-lexicon check --errors ./l.csv > out 2> err || fail=1
compare /dev/null err || fail=1

# each as a table: five cells
clamor-lexicon check --csv ./l.csv > table
[ "$(clamor-grep -c --text file l table)" = 16 ] || fail=1

# of these nothing is to be said
cat > l.csv << 'END'
term,weight,role,to
/\bmalu?cho.*\b/,-1,,
{el |la }<num>,-1,,
lleva {<num>|mil} horas,-1,,
no {me |}~3 llega,-1,,
{quiero que ~2|dame} dinero,-1,,
no ~0 sirve,-1,,
:(,-1,,
c/u de ellos,-1,,
y/o nada,-1,,
24/7,1,,
ya llegó…,-1,,
ni eso ...,-1,,
{pésimo},-1,,
{muy {mal} trato|nada},-1,,
"\{a,b\} no va",-1,,
fe\{s\},-1,,
$100,-1,,
2do.,-1,,
abc*,-1,,
no,,negator,
buenos días,0,,
peor que nada,-1,insult,
q,,slang,que
no es facil,-1,,
ヽ(•‿•)ノ,1,,
atención \(mala\),-1,,
\/mal,-1,,
END
returns_ 0 clamor-lexicon check ./l.csv > out 2> err || fail=1
compare /dev/null err || fail=1

# where none has a weight, they are a list of terms, and need none
printf 'term,weight\nmal servicio,\n' > l.csv
returns_ 0 clamor-lexicon check ./l.csv > out 2> err || fail=1
exit $fail

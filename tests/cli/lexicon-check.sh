# check: every problem with file, line, column and a suggestion; --errors leaves
# out what is suspect only; status 1 if anything is wrong.
. "$top_srcdir/tests/init.sh"

# says STATUS ARGUMENT...: what check prints is in exp, and the counts in counts
says() {
	wanted=$1
	shift
	returns_ "$wanted" clamor-lexicon check "$@" > out 2> err || fail=1
	sed 's/^clamor-lexicon: //' err > said
	compare exp said || fail=1
	compare counts out || fail=1
}

# errors: bad records and rows, all of them told
cat > l.csv << 'END'
term,weight,code,severity,role,to,example
mal,-2,entrga_tarde,,,,
caja{|s,-1,,,,,
"no ""va"" a *",-1,,,,,
peor,-9,,,,,
peor,x,,,,,
no sirve,-1,,4,,,
lento,-1,,,negador,,
muy,2,,,intensifier,,
xq,,,,slang,,
de una,-1,,,,que,
/Ñu/,-1,,,,,
/a(b/,-1,,,,,
bien,3
feo,#NAME?,,,,,
áspero,-1,,,,,
Aspero,-2,,,,,
bueno,2,,,,,es malo
/[ab]+c/,-1,,,,,
/((abc)+)+$/,-1,,,,,
END
cat > exp << 'END'
./l.csv:2:8: unknown code 'entrga_tarde' (did you mean 'entrega_tarde'?)
./l.csv:3:5: '{' without its '}' (write \{ for the character)
./l.csv:4:14: '*' needs a word before it (write \* for the character)
./l.csv:5:6: weight '-9' is not a number from -5 to 5 (as in -2.5)
./l.csv:6:6: weight 'x' is not a number from -5 to 5 (as in -2.5)
./l.csv:7:14: severity '4' is not a number from 0 to 3 (as in 2)
./l.csv:8:12: unknown role 'negador' (did you mean 'negator'?)
./l.csv:9:5: a modifier has no weight (give it a strength)
./l.csv:10:13: the role 'slang' needs its result in the column 'to' (fill it)
./l.csv:11:14: the column 'to' is for slang, brand and season only (empty it)
./l.csv:12:2: 'Ñ' can never match: expressions see text in lower case without accents (write 'ñ')
./l.csv:13:5: missing closing parenthesis (see pcre2pattern(3))
./l.csv:14: 2 fields, but the header has 7 (put ',' between cells, as it does)
./l.csv:15:5: the spreadsheet took this cell for a formula (type ' before it and save as CSV UTF-8)
./l.csv:17:1: 'aspero' stands already in line 16 (take one of them out)
./l.csv:19:1: '/[ab]+c/' has no letters that every match needs: it runs on every post (let three letters or more stand in whatever it matches)
./l.csv:20:1: '/((abc)+)+$/' explodes: it is stopped on 'abcabcabc…' (let nothing that repeats stand inside something that repeats, or begin like what follows it)
END
echo 'entries=5 forms=4 problems=17' > counts
says 1 ./l.csv
says 1 --errors ./l.csv

# what is told of a lexicon that is in order
cat > l.csv << 'END'
term,weight,role,to,example
bueno,2,,,es malo
decepcion*,-3,,,
decepcionante,-4,,,
decepcionó,-3,,,
no llega el pedido,-3,,,
no llega pedido,-3,,,
muy bueno,3,,,
muy ~2 bueno,-3,,,
/\bestafador(es|a|as)?\b/,-4,,,
50*,-1,,,
bn,,slang,bien,
bn,1,,,
END
cat > exp << 'END'
./l.csv:2:11: 'bueno' does not match its example 'es malo' (write one that the term matches, or change the term)
END
echo 'entries=12 forms=11 problems=1' > counts
says 1 --errors ./l.csv
cat >> exp << 'END'
./l.csv:4:1: 'decepcionante' never counts: 'decepcion*' in ./l.csv:3 matches all of it, says something else and comes first (narrow the wider one, or take one out)
./l.csv:5:1: 'decepcionó' adds nothing: 'decepcion*' in ./l.csv:3 matches all of it and says the same (take it out)
./l.csv:7:1: 'no llega pedido' is nearly 'no llega el pedido' in ./l.csv:6: they differ by articles (no llega {|el} pedido)
./l.csv:9:1: 'muy ~2 bueno' weighs -3, but 'muy bueno' in ./l.csv:8 weighs 3 (give both the same sign, or take one out)
./l.csv:10:1: '/\bestafador(es|a|as)?\b/' could be a plain term, which is faster (estafador{|es|a|as})
./l.csv:11:1: '50*' can never match (only words have endings: no * here)
./l.csv:12:1: 'bn' is never replaced: it is an entry itself in ./l.csv:13 (take one of them out)
END
echo 'entries=12 forms=11 problems=8' > counts
says 1 ./l.csv
says 1 --strict --errors ./l.csv

# what it says of an entry that never counts is so
printf 'text\nqué decepcionante\n' > in
clamor-label --no-defaults -f ./l.csv in > out || fail=1
grep 'decepcionante@5:18=-3$' out > /dev/null || fail=1

# a misspelt column is one of the user's own, and its cells mean nothing
printf 'term,Weight, cod ,nota,\nmal,-2,trato,x,\n' > l.csv
cat > exp << 'END'
./l.csv:1:6: the column 'Weight' has no meaning here (weight)
./l.csv:1:14: the column 'cod' has no meaning here (code)
END
echo 'entries=1 forms=1 problems=2' > counts
says 1 ./l.csv
: > exp
echo 'entries=1 forms=1 problems=0' > counts
says 0 --errors ./l.csv

# slang that makes a term longer than any match: told, and harmless
printf 'term,role,to\nxq,slang,a b c d e f g h i j\nxq xq xq xq xq xq xq,,\n' > l.csv
clamor-lexicon check ./l.csv > out 2> err
[ $? -eq 1 ] || fail=1
grep "^clamor-lexicon: ./l.csv:3:1: '.*' can never match (slang makes it longer than 64 words)" \
	err > /dev/null || fail=1
printf 'text\nxq xq xq xq xq xq xq\n' > in
clamor-match --no-defaults -f ./l.csv in > out || fail=1
[ "$(wc -l < out)" -eq 1 ] || fail=1

# the shipped ones: what is suspect is told if asked for
clamor-lexicon check --strict > out 2> err
[ $? -le 1 ] || fail=1
grep '^entries=[0-9]* forms=[0-9]* problems=[0-9]*$' out > /dev/null || fail=1
grep 'can never match\|could be a plain' err && fail=1
exit $fail

# --strict also finds what is suspect; without it that is no problem.
. "$top_srcdir/tests/init.sh"

cat > l.csv << 'END'
term,weight,role,to
decepcion*,-3,,
decepcionante,-4,,
decepcionó,-3,,
no llega el pedido,-3,,
no llega pedido,-3,,
muy bueno,3,,
muy ~2 bueno,-3,,
/\bestafador(es|a|as)?\b/,-4,,
50*,-1,,
bn,,slang,bien
bn,1,,
END
echo 'entries=11 forms=10 problems=0' > exp
returns_ 0 clamor-lexicon check ./l.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

sed 's/0$/7/' exp > exp7
cat > exp << 'END'
clamor-lexicon: ./l.csv:9: '/\bestafador(es|a|as)?\b/' could be a plain term, which is faster (estafador{|es|a|as})
clamor-lexicon: ./l.csv:10: '50*' can never match (only words have endings: no * here)
clamor-lexicon: ./l.csv:11: 'bn' is never replaced: it is an entry itself in ./l.csv:12 (take one of them out)
clamor-lexicon: ./l.csv:3: 'decepcionante' never counts: 'decepcion*' in ./l.csv:2 matches all of it, says something else and comes first (narrow the wider one, or take one out)
clamor-lexicon: ./l.csv:4: 'decepcionó' adds nothing: 'decepcion*' in ./l.csv:2 matches all of it and says the same (take it out)
clamor-lexicon: ./l.csv:6: 'no llega pedido' is nearly 'no llega el pedido' in ./l.csv:5: they differ by articles (no llega {|el} pedido)
clamor-lexicon: ./l.csv:8: 'muy ~2 bueno' weighs -3, but 'muy bueno' in ./l.csv:7 weighs 3 (give both the same sign, or take one out)
END
returns_ 1 clamor-lexicon check --strict ./l.csv > out 2> err || fail=1
compare exp7 out || fail=1
compare exp err || fail=1

# what it says of an entry that never counts is so
printf 'text\nqué decepcionante\n' > in
clamor-label --no-defaults -f ./l.csv in > out || fail=1
grep 'decepcionante@5:18=-3$' out > /dev/null || fail=1

# it can look through the shipped ones
clamor-lexicon check --strict > out 2> err
[ $? -le 1 ] || fail=1
grep '^entries=[0-9]* forms=[0-9]* problems=[0-9]*$' out > /dev/null || fail=1
grep 'can never match\|could be a plain' err && fail=1
exit $fail

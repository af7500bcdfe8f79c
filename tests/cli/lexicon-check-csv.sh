# --csv: findings as CSV on standard output, and nothing else there.
. "$top_srcdir/tests/init.sh"

cat > l.csv << 'END'
term,weight,code,role
mal,-2,entrga_tarde,
/é/,-1,,
bien,3,,
bien,2,,
feo,x,,
END
cat > exp << 'END'
file,line,column,problem,suggestion
./l.csv,2,8,unknown code 'entrga_tarde',entrega_tarde
./l.csv,3,2,'é' can never match: expressions see text in lower case without accents,write 'e'
./l.csv,5,1,'bien' stands already in line 4,take one of them out
./l.csv,6,5,weight 'x' is not a number from -5 to 5,as in -2.5
END
returns_ 1 clamor-lexicon check --csv ./l.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

printf 'term,weight,role\n"mal*",-2,\n"malo, si",-2,\nmalo,-2,\n' > l.csv
cat > exp << 'END'
file,line,column,problem,suggestion
./l.csv,4,1,'malo' adds nothing: 'mal*' in ./l.csv:2 matches all of it and says the same,take it out
END
returns_ 1 clamor-lexicon check --csv --strict ./l.csv > out || fail=1
compare exp out || fail=1

# nothing to say: the header alone
head -n 1 exp > exp1
printf 'term,weight\nmal,-2\n' > l.csv
returns_ 0 clamor-lexicon check --strict --csv ./l.csv > out 2> err || fail=1
compare exp1 out || fail=1
compare /dev/null err || fail=1

returns_ 2 clamor-lexicon check --csv ./none.csv > out 2> err || fail=1
grep none.csv out > /dev/null || fail=1
returns_ 2 clamor-lexicon check --csv ./l.csv > /dev/full 2> err || fail=1
exit $fail

# check: lexicons as spreadsheets leave them, in Spanish: what is wrong is named
# and what is only clumsy is read.
. "$top_srcdir/tests/init.sh"

# says STATUS: what check prints of l.csv is in exp
says() {
	returns_ "$1" clamor-lexicon check ./l.csv > out 2> err || fail=1
	sed 's/^clamor-lexicon: //' err > said
	compare exp said || fail=1
}

# columns with names of one's own language mean nothing
printf 'palabra;peso\nmal;-2\n' > l.csv
cat > exp << 'END'
./l.csv:1:1: no column 'term' (is it 'palabra'? call it 'term')
./l.csv:1:9: the column 'peso' has no meaning here (weight)
END
says 1
printf '# x\nTERM,Code\nmal,trato\n' > l.csv
cat > exp << 'END'
./l.csv:2:1: no column 'term' (is it 'TERM'? call it 'term')
./l.csv:2:6: the column 'Code' has no meaning here (code)
END
says 1
printf 'term,peso,código,Intención,severidad,rol,nota,tema\nmal,,,,,,,\n' > l.csv
cat > exp << 'END'
./l.csv:1:6: the column 'peso' has no meaning here (weight)
./l.csv:1:11: the column 'código' has no meaning here (code)
./l.csv:1:19: the column 'Intención' has no meaning here (intent)
./l.csv:1:30: the column 'severidad' has no meaning here (severity)
./l.csv:1:40: the column 'rol' has no meaning here (role)
END
says 1

# unless there is the one that it would be: then it is the user's
printf 'term,weight,peso,Weight\nmal,-2,3,4\n' > l.csv
: > exp
says 0

# numbers
cat > l.csv << 'END'
term;weight
mal;-2,5
feo;–3
peor;−3,5
lento; -1,33333 
END
cat > exp << 'END'
./l.csv:3:5: weight '–3' is not a number from -5 to 5 (type its minus anew, as in -2.5)
./l.csv:4:6: weight '−3,5' is not a number from -5 to 5 (type its minus anew, as in -2.5)
END
says 1

# separators
printf 'term;weight\nmal,-2\nmal;-2;5\n' > l.csv
cat > exp << 'END'
./l.csv:2: 1 field, but the header has 2 (put ';' between cells, as it does)
./l.csv:3: 3 fields, but the header has 2 (put cells that hold ';' in quotes)
END
says 1

# rows and columns that were emptied, blanks from web pages, references that are
# gone, a comment behind a blank
printf 'term,weight,,\n\302\240mal servicio\302\240,-2\302\240,,\n,,,\n # x,,,\n,,,\n' > l.csv
: > exp
says 0
printf 'text\nqué mal servicio\n' > posts
clamor-match --no-defaults -f ./l.csv posts > hits || fail=1
grep ',mal servicio,.*,-2,5,17,' hits > /dev/null || fail=1
printf 'term,weight\nmal,#N/D\n#¡REF!,-2\n#nada,-1\n' > l.csv
cat > exp << 'END'
./l.csv:2:5: the spreadsheet took this cell for a formula (type ' before it and save as CSV UTF-8)
./l.csv:3:1: the spreadsheet took this cell for a formula (type ' before it and save as CSV UTF-8)
END
says 1

# what Excel is told, and leaves when it saves
printf 'sep=;\nterm;weight\nmal servicio;-2,5\n' > l.csv
: > exp
says 0
clamor-match --no-defaults -f ./l.csv posts > hits || fail=1
grep ',mal servicio,.*,-2.5,5,17,' hits > /dev/null || fail=1

# encodings, other files
printf '\377\376t\000e\000r\000m\000\n\000' > l.csv
echo './l.csv: UTF-16LE (save as CSV UTF-8)' > exp
says 1
printf 'PK\003\004................0000000000[Content_Types].xml\n\n\n' > l.csv
echo './l.csv: a workbook (save as CSV UTF-8)' > exp
says 1
printf 'term,weight\npÃ©simo,-4\nniÃ±o,1\n' > l.csv
cat > exp << 'END'
./l.csv:2:1: 'pÃ©simo': UTF-8 that was read as Windows-1252 and saved again (pésimo)
./l.csv:3:1: 'niÃ±o': UTF-8 that was read as Windows-1252 and saved again (niño)
END
says 1
printf 'term,weight\nmal,-2\n' | gzip > l.csv
: > exp
says 0

# names in a list with ';' between
printf 'term,role\nmal,mark:a;b\nfeo,mark: regalo\nbien,mark:mi marca\n' > l.csv
cat > exp << 'END'
./l.csv:2:5: the name in 'mark:a;b' has a ';', a line break or a blank at its ends (one row for each name)
./l.csv:3:5: the name in 'mark: regalo' has a ';', a line break or a blank at its ends (one row for each name)
END
says 1
exit $fail

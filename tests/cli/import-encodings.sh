# The same posts in five encodings, four separators, packed and not.
. "$top_srcdir/tests/init.sh"
printf 'id;texto;fecha\n7;¿Y mi pedido? Qué decepción;2026-11-21\n' > utf8.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
7,2026-11-21,,,,,¿Y mi pedido? Qué decepción,,,,,,,,,,,,
X
check ()
{
	returns_ 0 clamor-import "$@" > out 2> err || fail=1
	compare exp out || fail=1
	compare /dev/null err || fail=1
}
check utf8.csv
iconv -f UTF-8 -t WINDOWS-1252 utf8.csv > cp1252.csv
check cp1252.csv
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE utf8.csv; } > utf16le.csv
check utf16le.csv
{ printf '\376\377'; iconv -f UTF-8 -t UTF-16BE utf8.csv; } > utf16be.csv
check utf16be.csv
{ printf '\357\273\277'; sed 's/$/\r/' utf8.csv; } > excel.csv
check excel.csv
{ printf '\357\273\277sep=;\r\n'; cat utf8.csv; } > hint.csv
check hint.csv
{ echo 'sep=;'; cat utf8.csv; } > hint2.csv
check hint2.csv
{ printf '\377\376'; { printf 'sep=;\r\n'; cat utf8.csv; } | iconv -f UTF-8 -t UTF-16LE; } > hint16.csv
check hint16.csv
tr ';' ',' < utf8.csv > comma.csv
check comma.csv
tr ';' '\t' < utf8.csv > tab.tsv
check tab.tsv
tr ';' '|' < utf8.csv > bar.csv
check bar.csv
check -d ';' utf8.csv
gzip -c cp1252.csv > packed.csv.gz
check packed.csv.gz
check < packed.csv.gz
xz -c utf16le.csv > packed.csv.xz
check packed.csv.xz
if command -v zstd > /dev/null; then
	zstd -qc excel.csv > packed.csv.zst
	check packed.csv.zst
	check < packed.csv.zst
fi
check - < utf8.csv
# UTF-16 that does not say so
iconv -f UTF-8 -t UTF-16LE utf8.csv > bare16le.csv
check bare16le.csv
iconv -f UTF-8 -t UTF-16BE utf8.csv > bare16be.csv
check bare16be.csv
# encoded twice, header too
sed 's/texto/Opinión/' utf8.csv > names.csv
iconv -f WINDOWS-1252 -t UTF-8 names.csv > twice.csv
returns_ 0 clamor-import --stats twice.csv > out 2> err || fail=1
compare exp out || fail=1
cat > exp-err <<'X'
clamor-import: twice.csv: 1 cells had been encoded twice ("Ã³" for "ó"): repaired
clamor-import: in=1 out=1 rejected=0 headers=0 repaired=1 unreadable_dates=0 unreadable_numbers=0
X
compare exp-err err || fail=1
# a single true letter speaks against it: nothing is touched
{ cat twice.csv; echo '8;está bien;'; } > doubt.csv
returns_ 0 clamor-import --profile none --map 'text=OpiniÃ³n' doubt.csv > out 2> err || fail=1
grep 'DecepciÃ³n\|decepciÃ³n' out > /dev/null || fail=1
# behind the window, what is not encoded twice stays
{ cat twice.csv; i=0; while test $i -lt 1100; do echo "$i;bien;"; i=$((i + 1)); done
  echo '9;está mal, atenciÃ³n;'; echo '10;atenciÃ³n;'; } > mixed.csv
returns_ 0 clamor-import mixed.csv > out 2> err || fail=1
tail -n 2 out > got
printf '9,,,,,,"está mal, atenciÃ³n",,,,,,,,,,,,\n10,,,,,,atención,,,,,,,,,,,,\n' > exp-tail
compare exp-tail got || fail=1
# decomposed accents are composed
printf 'id,texto,fecha\n7,¿Y mi pedido? Que\314\201 decepcio\314\201n,2026-11-21\n' > nfd.csv
check nfd.csv
exit $fail

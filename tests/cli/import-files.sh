# Several exports, each in its own dialect; unreadable ones do not stop the rest.
. "$top_srcdir/tests/init.sh"
printf 'texto;fecha\nhola, ¿hay alguien?;2026-11-21\n' > a.csv
printf 'text\tdate\nhi\t2026-11-22\n' > b.tsv
: > empty.csv
echo 'a,b' > unknown.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
,2026-11-21,,,,,"hola, ¿hay alguien?",,,,,,,,,,,,
,2026-11-22,,,,,hi,,,,,,,,,,,,
X
cat > exp-err <<'X'
clamor-import: missing.csv: No such file or directory
clamor-import: empty.csv: empty: there is no header
clamor-import: unknown.csv: skipped: none of its columns is known to hold the text: 'a', 'b'; name it: --map text=COLUMN
X
returns_ 2 clamor-import a.csv missing.csv empty.csv unknown.csv b.tsv > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1
# nothing could be read: nothing is written
returns_ 2 clamor-import -o new.csv empty.csv > out 2> err || fail=1
compare /dev/null out || fail=1
test ! -e new.csv || fail=1
# a workbook is no text
printf 'PK\003\004\024' > some.zip
printf 'PK\003\004%26s[Content_Types].xml' '' > book.xlsx
printf '\320\317\021\340\241\261' > book.xls
cat > exp-err <<'X'
clamor-import: some.zip: a ZIP archive: 'unzip -p ARCHIVE FILE | clamor-import' reads a file in it
clamor-import: book.xlsx: a workbook: make it CSV with 'xlsx2csv BOOK.xlsx book.csv' or, for any kind, with 'soffice --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 BOOK'
clamor-import: book.xls: a workbook: make it CSV with 'xlsx2csv BOOK.xlsx book.csv' or, for any kind, with 'soffice --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 BOOK'
X
returns_ 2 clamor-import some.zip book.xlsx book.xls > out 2> err || fail=1
compare exp-err err || fail=1
# a header alone is an export without posts
printf 'texto,fecha\n' > header.csv
head -n 1 exp > exp-header
returns_ 0 clamor-import header.csv > out 2> err || fail=1
compare exp-header out || fail=1
compare /dev/null err || fail=1
# files put together by cat
cat header.csv header.csv > twice.csv
returns_ 0 clamor-import --stats twice.csv > out 2> err || fail=1
compare exp-header out || fail=1
grep '^clamor-import: in=1 out=0 rejected=0 headers=1 ' err > /dev/null || fail=1
exit $fail

# Lines above the header, and --explain.
. "$top_srcdir/tests/init.sh"
cat > report.csv <<'X'
Report:,Telbrisa México
Brand:,Telbrisa
From:,Sun Nov 01 2026
To:,Sat Nov 21 2026
Label:,Menciones

Query Id,Query Name,Date,Title,Url,Domain,Page Type,Author,Full Text,Twitter Followers
77,Telbrisa,2026-11-20 10:00:00.0,,https://ejemplo.mx/1,ejemplo.mx,twitter,ana_r,"Sin señal
desde ayer","1,2 mil"
77,Telbrisa,2026-11-20 11:30:00.0,,https://ejemplo.mx/2,ejemplo.mx,twitter,leo,Gracias,3.1K
77,Telbrisa,2026-11-20 12:30:00.0,x
X
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
,2026-11-20T10:00:00+00:00,x,Telbrisa,ana_r,1200,Sin señal. desde ayer,,,,,,,,,,,,https://ejemplo.mx/1
,2026-11-20T11:30:00+00:00,x,Telbrisa,leo,3100,Gracias,,,,,,,,,,,,https://ejemplo.mx/2
X
cat > exp-err <<'X'
clamor-import: report.csv: 6 lines above the header are left out
clamor-import: report.csv:11: record 3 rejected: 4 fields where the header has 10
X
returns_ 3 clamor-import --tz UTC report.csv > out 2> err || fail=1
compare exp out || fail=1
head -n 2 err > err.2
compare exp-err err.2 || fail=1

# the same in another encoding, and padded to the width of a sheet
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE report.csv; } > wide.csv
sed '1,5s/$/,,,,,,,,/; 6s/^/,,,,,,,,,/' report.csv |
	iconv -f UTF-8 -t WINDOWS-1252 > sheet.csv
for file in wide.csv sheet.csv; do
	returns_ 3 clamor-import --tz UTC $file > out 2> err || fail=1
	compare exp out || fail=1
	sed "s/report.csv/$file/" exp-err > exp-err.$file
	head -n 2 err > err.2
	compare exp-err.$file err.2 || fail=1
done

cat > quejas.csv <<'X'
Folio;Fecha;Queja;Cajero;tweet_id
1;20/11/2026;No llegó;7;9
2;01/11/2026;Tarde;7;9
X
cat > exp-err <<'X'
clamor-import: quejas.csv: cells separated by semicolons, in UTF-8
clamor-import: quejas.csv: no profile; its columns go by their names
clamor-import: quejas.csv: id from 'tweet_id'
clamor-import: quejas.csv: date from 'Fecha'
clamor-import: quejas.csv: source is x: it has a column 'tweetid'
clamor-import: quejas.csv: text from 'Queja'
clamor-import: quejas.csv: left out: 'Folio', 'Cajero'
clamor-import: quejas.csv: 'Fecha' is day/month/year, for its values show it
X
returns_ 0 clamor-import --explain quejas.csv > out 2> err || fail=1
compare exp-err err || fail=1
test "$(wc -l < out)" -eq 3 || fail=1
exit $fail

# Profiles: how an export is recognised, forced, and described by oneself.
. "$top_srcdir/tests/init.sh"
explained ()
{
	grep -e profile -e ' from ' -e ' is ' -e skipped err | sed 's/^clamor-import: //' > got
	compare exp got || fail=1
}
header=id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url

# one of the shipped ones; fields in order of preference, record by record
cat > brandwatch.csv <<'X'
Query Name,Date,Page Type,Author,Full Text,Snippet,Title,Twitter Likes,Facebook Likes
Telbrisa,2026-11-20 10:00:00.0,twitter,ana_r,Sin señal,Sin…,Sin…,3,
Telbrisa,2026-11-20 11:00:00.0,facebook,leo,,No cargan los mapas,No…,,4
X
cat > exp <<X
$header
,2026-11-20T10:00:00+00:00,x,Telbrisa,ana_r,,Sin señal,,3,,,,,,,,,,
,2026-11-20T11:00:00+00:00,facebook,Telbrisa,leo,,No cargan los mapas,,4,,,,,,,,,,
X
returns_ 0 clamor-import --tz UTC --explain brandwatch.csv > out 2> err || fail=1
compare exp out || fail=1
cat > exp <<'X'
brandwatch.csv: profile brandwatch (Brandwatch, mentions of an export or of the API): it has Query Name + Page Type + Full Text
brandwatch.csv: date from 'Date'
brandwatch.csv: source from 'Page Type'
brandwatch.csv: brand from 'Query Name'
brandwatch.csv: author from 'Author'
brandwatch.csv: text from 'Full Text', else 'Snippet', else 'Title'
brandwatch.csv: likes from 'Twitter Likes', else 'Facebook Likes'
X
explained

# the names alone
returns_ 0 clamor-import --tz UTC --profile none --explain brandwatch.csv > out 2> err || fail=1
grep 'no profile; its columns go by their names' err > /dev/null || fail=1

# names that anybody may use show no source
printf 'username,timestamp,text,id\nana,2026-11-20T10:00:00Z,hola,1\n' > anybody.csv
printf '1,2026-11-20T10:00:00+00:00,,,ana,,hola,,,,,,,,,,,,\n' > exp
returns_ 0 clamor-import anybody.csv > out 2> err || fail=1
sed 1d out > got
compare exp got || fail=1

# every profile is listed with what it is known by, and can be printed
returns_ 0 clamor-import --list > list 2> err || fail=1
test "$(sed 1d list | wc -l)" -eq "$(find "$CLAMOR_PROFILES" -name '*.txt' | wc -l)" || fail=1
grep '^trustpilot,"Trustpilot API, reviews",consumer.displayName + stars$' list > /dev/null || fail=1
returns_ 0 clamor-import --list=trustpilot > got 2> err || fail=1
compare "$CLAMOR_PROFILES/trustpilot.txt" got || fail=1
returns_ 2 clamor-import --list=trustpilt > out 2> err || fail=1
echo "clamor-import: unknown profile 'trustpilt' (did you mean 'trustpilot'?)" > exp
compare exp err || fail=1

# one's own, as a marketer writes it: capitals, BOM, CRLF
cat > sac.csv <<'X'
Ticket;Alta;Observaciones;Respuesta enviada;Sucursal;Estado
7;03/04/2026;"<p>No lleg&oacute;</p>";Lo vemos\nhoy;Lima Norte;cerrado
8;03/05/2026;;;-;abierto
X
cat > sac.txt <<'X'
# Hoja de atención al cliente
About: Servicio de atención
Known by: Ticket + Observaciones
id: Ticket
date: Alta | dmy
Source: = tienda
text: Observaciones | html
reply-text: Respuesta enviada | pairs
place: Sucursal
X
{ printf '\357\273\277'; sed 's/$/\r/' sac.txt; } > SAC.txt
cat > exp <<X
$header
7,2026-04-03,tienda,,,,No llegó,,,,,,,Lo vemos. hoy,,,,Lima Norte,
8,2026-05-03,tienda,,,,,,,,,,,,,,,,
X
for file in sac.txt SAC.txt; do
	returns_ 0 clamor-import --profile-file ./$file sac.csv > out 2> err || fail=1
	compare exp out || fail=1
	compare /dev/null err || fail=1
done
returns_ 0 clamor-import --profile-file ./sac.txt --explain sac.csv > out 2> err || fail=1
cat > exp <<'X'
sac.csv: profile sac (Servicio de atención): it has Ticket + Observaciones
sac.csv: id from 'Ticket'
sac.csv: date from 'Alta' (dmy)
sac.csv: source is tienda
sac.csv: text from 'Observaciones' (html)
sac.csv: reply_text from 'Respuesta enviada' (pairs)
sac.csv: place from 'Sucursal'
sac.csv: 'Alta' is day/month/year, for the profile says so
X
explained
# in a folder of one's own it is one like the shipped ones
mkdir own
cp "$CLAMOR_PROFILES/aliases.csv" sac.txt own
returns_ 0 env CLAMOR_PROFILES=own clamor-import sac.csv > out 2> err || fail=1
grep '^7,2026-04-03,tienda,' out > /dev/null || fail=1
# --map still has the last word
returns_ 0 clamor-import --profile-file ./sac.txt --map place=Estado sac.csv > out 2> err || fail=1
grep ',Lo vemos. hoy,,,,cerrado,$' out > /dev/null || fail=1
# without a sign it is for every file; forced, too
grep -v Known sac.txt > any.txt
returns_ 0 clamor-import --profile-file ./any.txt sac.csv > out 2> err || fail=1
grep '^7,2026-04-03,tienda,' out > /dev/null || fail=1
returns_ 0 clamor-import --profile-file ./sac.txt --profile sac sac.csv > out 2> err || fail=1
returns_ 2 clamor-import --profile sacc --profile-file ./sac.txt sac.csv > out 2> err || fail=1
echo "clamor-import: --profile: unknown profile 'sacc' (did you mean 'sac'?)" > exp
head -n 1 err > got
compare exp got || fail=1
# of a profile that does not fit, the text is missed
returns_ 2 clamor-import --profile trustpilot sac.csv > out 2> err || fail=1
grep 'skipped: none of its columns is known to hold the text' err > /dev/null || fail=1

# two that fit alike: the user decides
sed 's/= tienda/= otra/' sac.txt > own/otra.txt
returns_ 2 env CLAMOR_PROFILES=own clamor-import sac.csv > out 2> err || fail=1
echo "clamor-import: sac.csv: skipped: it may be 'otra' or 'sac'; say which: --profile otra or --profile sac" > exp
compare exp err || fail=1
compare /dev/null out || fail=1
returns_ 0 env CLAMOR_PROFILES=own clamor-import --profile otra sac.csv > out 2> err || fail=1
grep '^7,2026-04-03,otra,' out > /dev/null || fail=1

# the values of dates are stronger than what a profile says of them
printf 'Ticket;Alta;Observaciones\n1;03/04/2026;a\n2;03/25/2026;b\n' > us.csv
returns_ 0 clamor-import --profile-file ./sac.txt us.csv > out 2> err || fail=1
grep '^1,2026-03-04,' out > /dev/null || fail=1

# seconds and thousandths, where the digits alone would say something else
printf 'text: a\ndate: s | seconds\ndate: m | millis\n' > epoch.txt
printf 'a;s;m\nx;86400;\ny;;86400000\nz;hoy;\n' > epoch.csv
returns_ 0 clamor-import --profile-file ./epoch.txt epoch.csv > out 2> err || fail=1
cut -d, -f2 out | sed 1d > got
printf '1970-01-02T00:00:00+00:00\n1970-01-02T00:00:00+00:00\n\n' > exp
compare exp got || fail=1
exit $fail

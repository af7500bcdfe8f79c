# Reviews: title and body joined, stars, the owner's reply.
. "$top_srcdir/tests/init.sh"
cat > in.csv <<'X'
Fecha,Puntuación,Título,Comentario,Nombre de usuario,Respuesta,Fecha de respuesta,Me gusta
21 de noviembre de 2026,1,Pésimo,"No llegó.
Nadie contesta
",Rosa M.,"Lo sentimos
Escríbenos",22 nov 2026,1 234
20/11/2026,"4,5",¡Bien!,Rápido,José,,-,12 mil
19/11/2026,5 estrellas,Todo bi...,Todo bien,,,,"1.234"
18/11/2026,11,,Sin título,,,null,muchos
17/11/2026,★★☆☆☆,Solo título,,,,,
X
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url
,2026-11-21,,,Rosa M.,,"Pésimo. No llegó. Nadie contesta ",1,1234,,,,,Lo sentimos. Escríbenos,2026-11-22,,,,
,2026-11-20,,,José,,¡Bien! Rápido,4.5,12000,,,,,,,,,,
,2026-11-19,,,,,Todo bien,5,1234,,,,,,,,,,
,2026-11-18,,,,,Sin título,,,,,,,,,,,,
,2026-11-17,,,,,Solo título,2,,,,,,,,,,,
X
echo 'clamor-import: in=5 out=5 rejected=0 headers=0 repaired=0 unreadable_dates=0 unreadable_numbers=2' > exp-err
returns_ 0 clamor-import --stats in.csv > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1
exit $fail

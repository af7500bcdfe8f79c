# Columns named by the user, constants, further columns.
. "$top_srcdir/tests/init.sh"
printf 'Nr,"Resumen, aclaración",Observaciones,texto,Zona\n1,tarde,mal,no,Sur\n' > in.csv
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url,Zona,src_id,src_text
X
returns_ 0 clamor-import --map 'text=Resumen, aclaración,id=nr' \
	--set brand=Telcel,source=web --set 'place=Lima, Perú' \
	--keep=zona,Observaciones in.csv > out 2> err || fail=1
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url,zona,Observaciones
1,,web,Telcel,,,tarde,,,,,,,,,,,"Lima, Perú",,Sur,mal
X
compare exp out || fail=1
compare /dev/null err || fail=1
# a name of ours gets src_ in front
printf 'id,text,url\n1,hola,u\n' > own.csv
returns_ 0 clamor-import --map url= --keep url,id own.csv > out 2> err || fail=1
cat > exp <<'X'
id,date,source,brand,author,followers,text,rating,likes,shares,replies,reply_to,thread,reply_text,reply_date,direction,lang,place,url,src_url,src_id
1,,,,,,hola,,,,,,,,,,,,,u,1
X
compare exp out || fail=1
# wrong names
returns_ 2 clamor-import --map text=Obs in.csv > out 2> err || fail=1
cat > exp-err <<'X'
clamor-import: in.csv: no column 'Obs' for text; the columns are 'Nr', 'Resumen, aclaración', 'Observaciones', 'texto', 'Zona'
X
compare exp-err err || fail=1
compare /dev/null out || fail=1
returns_ 2 clamor-import --keep Zonas in.csv > out 2> err || fail=1
grep "in.csv: skipped: --keep: no column 'Zonas'" err > /dev/null || fail=1
for bad in --map=txt=a --map=text --set=brnd=X --set=title=X --set=rating=9 \
	--set=date=hoy --keep= --keep=a,a --date-order=ymd --tz=Lma/America
do
	returns_ 2 clamor-import "$bad" in.csv > out 2> err || fail=1
	compare /dev/null out || fail=1
done
exit $fail

# clamor-daily with the real filters, from an export to the files of two days.
. "$top_srcdir/tests/init.sh"
daily="$top_srcdir/scripts/clamor-daily"

mkdir exports
cat > exports/menciones.csv <<'END'
id,date,source,brand,author,text
1,2026-11-21T03:00:00Z,x,Uno,ana,"Pésimo servicio de @uno, no me llega el pedido y nadie contesta"
2,2026-11-21T18:00:00Z,x,Uno,luis,"Excelente atención de @uno, muy recomendable"
3,2026-11-21T19:00:00Z,x,Uno,eva,"Estuvo lloviendo en la ciudad"
END
returns_ 0 "$daily" --tz America/Mexico_City --by brand exports out || fail=1
ls out > files
printf '%s\n' 2026-11-20.csv 2026-11-21.csv > exp
compare exp files || fail=1
cut -d, -f1-5 out/2026-11-20.csv > short
printf '%s\n' day,brand,posts,complaints,praise 2026-11-20,Uno,1,1,0 > exp
compare exp short || fail=1
cut -d, -f1-5 out/2026-11-21.csv > short
printf '%s\n' day,brand,posts,complaints,praise 2026-11-21,Uno,2,0,1 > exp
compare exp short || fail=1

cp -p -r out before
returns_ 0 "$daily" --tz America/Mexico_City --by brand exports out || fail=1
returns_ 0 diff -r before out || fail=1

exit $fail

# --brands fills the brand from the text, else the place, else the author; a
# column of the export wins.
. "$top_srcdir/tests/init.sh"

cat > marcas.csv <<'END'
term,role,to
{Tiendas Lima|tiendaslima*},brand,Tiendas Lima
Paquetón,brand,Paquetón
Lima,brand,La ciudad
END
cat > in.csv <<'END'
id,text,place,author,brand
1,nada llega con PAQUETON ni con Tiendas Lima,,,
2,@tiendaslima_pe ¿abren hoy?,,,
3,todo bien,Tiendas Lima – Arequipa,,
4,avisamos que ya hay servicio,,Paquetón,
5,Paquetón otra vez,,,Propia
6,nada de nada,,,
END
returns_ 0 clamor-import --tz UTC --brands ./marcas.csv in.csv > out 2> err ||
	fail=1
cut -d, -f1,4 out > brands
cat > exp <<'END'
id,brand
1,Paquetón
2,Tiendas Lima
3,Tiendas Lima
4,Paquetón
5,Propia
6,
END
compare exp brands || fail=1

# a lexicon that is not there, or bad
returns_ 2 clamor-import --brands ./none.csv in.csv > out 2> err || fail=1
echo 'clamor-import: ./none.csv: No such file or directory' > exp
compare exp err || fail=1
compare /dev/null out || fail=1
exit $fail

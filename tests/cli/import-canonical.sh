# What clamor-import writes, it reads back unchanged.
. "$top_srcdir/tests/init.sh"
printf 'Fecha,Puntuación,Título,Comentario,Respuesta\n2026-11-21 14:05:00,3,Ni bien,"ni ""mal""
nada","  gracias"\n' > in.csv
returns_ 0 clamor-import --tz America/Lima --set brand=X,source=web in.csv > one 2> err || fail=1
returns_ 0 clamor-import one > two 2> err || fail=1
compare one two || fail=1
compare /dev/null err || fail=1
exit $fail

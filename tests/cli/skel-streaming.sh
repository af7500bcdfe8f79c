# The first row is written before the last is read.
. "$top_srcdir/tests/init.sh"

mkfifo in out
clamor-skel < in > out &
exec 3> in 4< out
printf 'id,text\n' >&3
read -r line <&4 && test "$line" = 'id,text,bytes' || fail=1
printf '1,hola\n2,' >&3
read -r line <&4 && test "$line" = '1,hola,4' || fail=1
printf 'fin\n' >&3
read -r line <&4 && test "$line" = '2,fin,3' || fail=1
exec 3>&-
read -r line <&4 && fail=1
wait $! || fail=1
exit $fail

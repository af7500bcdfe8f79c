# Columns under other names, several values in a cell, Excel's dress.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
fecha,marca,x_kind,x_codes,x_marks
2026-11-21,=Uno,praise,trato;cobro,incentivado
2026-11-21,=Uno,complaint,trato,
END
returns_ 0 clamor-tally --by day,x_codes --tz UTC --label-prefix x_ \
	--column date=fecha in.csv > out || fail=1
cut -d, -f1-5,11 out > short
cat > exp <<'END'
day,x_codes,posts,complaints,praise,incentivised
2026-11-21,cobro,1,0,0,1
2026-11-21,trato,2,1,0,1
END
compare exp short || fail=1

# each field may be named alone
returns_ 0 clamor-tally --column kind=x_kind --column marks=x_marks \
	--by marca --excel=';' in.csv > out || fail=1
printf '\357\273\277marca;posts;complaints;praise\r\n' > exp
printf "'=Uno;2;1;0\r\n" >> exp
cut -d';' -f1-4 out | sed 's/$/\r/' > short
compare exp short || fail=1
sed -n 2p out | grep ';-50.00;-100.00;' > /dev/null || fail=1 # no ' in front

exit $fail

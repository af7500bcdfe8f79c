# --excel: BOM, CR LF, nothing that a spreadsheet would run.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n12345678901234567,=1+1\n2,"a;b"\n3,@x\n' > in
printf '\357\273\277id,text,bytes\r\n"=""12345678901234567""",'"'=1+1,4"'\r\n' \
	> exp
printf '2,a;b,3\r\n3,'"'@x,2"'\r\n' >> exp
returns_ 0 clamor-skel --excel in > out || fail=1
compare exp out || fail=1
printf '2;"a;b";3\r\n' > exp
returns_ 0 clamor-skel '--excel=;' in | sed -n 3p > got || fail=1
compare exp got || fail=1
returns_ 2 clamor-skel --excel=x in > out 2> err || fail=1
exit $fail

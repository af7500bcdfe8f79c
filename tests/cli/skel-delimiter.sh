# -d: , ; | or tab, in and out.
. "$top_srcdir/tests/init.sh"

printf 'id;text\n1;"a;b"\n2;a,b\n' > in
printf 'id;text;bytes\n1;"a;b";3\n2;a,b;3\n' > exp
returns_ 0 clamor-skel -d ';' in > out || fail=1
compare exp out || fail=1
tr ';' '|' < in | returns_ 0 clamor-skel -d '|' | tr '|' ';' > out || fail=1
compare exp out || fail=1
tr ';' '\t' < in | returns_ 0 clamor-skel --delimiter=tab | tr '\t' ';' > out ||
	fail=1
compare exp out || fail=1
for bad in x '' ',,' '"'; do
	returns_ 2 clamor-skel -d "$bad" in > out 2> err || fail=1
done
exit $fail

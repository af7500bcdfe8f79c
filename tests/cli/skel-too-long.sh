# A record over --max-record is one reject, skipped to its end.
. "$top_srcdir/tests/init.sh"

long=$(printf '%0100d' 0)
printf 'id,text\n1,hola\n2,%s\n3,"%s\n\n%s"\n4,fin\n' $long $long $long > in
printf 'id,text,bytes\n1,hola,4\n4,fin,3\n' > exp
cat > exp-err << \END
clamor-skel: in:3: record 2 rejected: 102 bytes, more than --max-record; it ends at line 3
clamor-skel: in:4: record 3 rejected: 206 bytes, more than --max-record; it ends at line 6
clamor-skel: 2 records rejected
END
returns_ 3 clamor-skel --max-record 50 in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1
returns_ 0 clamor-skel --max-record 1k in > /dev/null || fail=1

# by default 1 MiB; the memory does not grow with the record
{
	printf 'id,text\n1,"'
	head -c 20000000 /dev/zero | tr '\0' x
	printf '"\n2,fin\n'
} > in
printf 'id,text,bytes\n2,fin,3\n' > exp
cat > exp-err << \END
clamor-skel: in:2: record 1 rejected: 20000004 bytes, more than --max-record; it ends at line 2
clamor-skel: 1 record rejected
END
returns_ 3 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

for bad in 0 -1 1x '' 3G; do
	returns_ 2 clamor-skel --max-record "$bad" in > out 2> err || fail=1
	grep 'for --max-record' err > /dev/null || fail=1
done
exit $fail

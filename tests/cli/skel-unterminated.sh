# A quote that does not close costs the line that opened it, and no other.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,hola\n2,"mal\n3,bien\n4,"a ""b"""\n5,"two\nlines"\n' > in
printf 'id,text,bytes\n1,hola,4\n3,bien,4\n4,"a ""b""",5\n5,"two\nlines",9\n' \
	> exp
cat > exp-err << \END
clamor-skel: in:3: record 2 rejected: a quote does not close
clamor-skel: 1 record rejected
END
returns_ 3 clamor-skel in > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# nothing closes it: in the middle of 10 MB
awk 'BEGIN {
	print "id,text"
	for (i = 1; i <= 200000; i++)
		print i "," (i == 100000 ? "\"" : "") \
			"no me llega el pedido y nadie contesta"
}' > in
returns_ 3 clamor-skel in > out 2> err || fail=1
test "$(wc -l < out)" -eq 200000 || fail=1
grep '^100000,' out && fail=1
cat > exp-err << \END
clamor-skel: in:100001: record 100000 rejected: a quote does not close
clamor-skel: 1 record rejected
END
compare exp-err err || fail=1

# in the header there is nothing to resume
printf 'id,"text\n1,hola\n' > in
echo 'clamor-skel: in:1: a quote in the header does not close' > exp-err
returns_ 2 clamor-skel in > out 2> err || fail=1
compare /dev/null out || fail=1
compare exp-err err || fail=1
exit $fail

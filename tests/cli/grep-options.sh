# -c, -v, -q, -m, --text, -d, and what cannot be.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,mal\n2,bien\n3,mal\n4,mal\n' > in
while read -r status want options; do
	# shellcheck disable=SC2086 # options are words
	returns_ "$status" clamor-grep $options in > out 2> err || fail=1
	tr '\n' ' ' < out > got
	printf '%s' "$want" | sed -e 's/_/ /g' -e 's/^-$//' > exp
	compare exp got || { echo "for $options"; fail=1; }
	compare /dev/null err || fail=1
done << \END
0 id,text_1,mal_3,mal_4,mal_ mal
0 id,text_2,bien_ -v mal
0 3_ -c mal
0 1_ -cv mal
0 id,text_1,mal_3,mal_ -m 2 mal
0 2_ -c -m 2 mal
0 id,text_1,mal_ --max-count=1 mal
0 - -q mal
0 - -qc mal
1 - -q nada
1 0_ -c nada
1 id,text_ nada
0 4_ -vc nada
0 id,text_2,bien_ -v -m 5 -e mal
END

printf 'id;comentario\n1;mal\n' > other
printf 'id;comentario\n1;mal\n' > exp
returns_ 0 clamor-grep -d ';' --text comentario mal other > out || fail=1
compare exp out || fail=1
returns_ 0 clamor-grep -o result mal in || fail=1
returns_ 0 clamor-grep mal in > out || fail=1
compare out result || fail=1
returns_ 0 clamor-grep -- -mal in > out || fail=1
returns_ 0 clamor-grep -e -mal in > out || fail=1

for bad in '-m 0' '-m x' '-m 1k' '--color=sometimes'; do
	# shellcheck disable=SC2086
	returns_ 2 clamor-grep $bad mal in > out 2> err || fail=1
	grep '^Try ' err > /dev/null || fail=1
	compare /dev/null out || fail=1
done
returns_ 2 clamor-grep > out 2> err || fail=1
printf '%s\n' 'clamor-grep: no TERM to look for' \
	"Try 'clamor-grep --help' for more information." > exp
compare exp err || fail=1
exit $fail

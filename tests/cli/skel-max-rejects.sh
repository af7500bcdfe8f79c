# Up to --max-rejects, rejects are no failure.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1\n2\n3,a\n4,b\n' > in
while read -r status limit; do
	returns_ $status clamor-skel --max-rejects $limit in > out 2> err ||
		{ echo "--max-rejects $limit"; fail=1; }
done << \END
3 0
3 1
0 2
3 49.9%
0 50%
0 100%
2 101%
2 x
2 -1
2 1k
2 %
END
exit $fail

# --jobs changes nothing but the time: the same bytes, messages, rejects,
# counts and status, on sound input and on damaged input of several blocks.
. "$top_srcdir/tests/init.sh"
samples=$top_srcdir/samples

clamor-import --tz UTC "$samples/tweets-es.csv" "$samples/resenas.csv" \
	> sound.csv 2> /dev/null || fail=1
# an expression that some posts stop at its limit
cat > hard.csv << 'END'
term,weight
/(a?b?a?b?)+\d/,-1
END
bomb=$(printf '%500s' '' | sed 's/ /ab/g')
awk -v bomb="$bomb" '
	NR == 1 { header = $0; columns = split($0, name, ",") }
	{ line[NR] = $0 }
	END {
		print header
		for (i = 0; i < 4000; i++) print line[2 + i % (NR - 1)]
		for (k = 2; k <= columns; k++) empty = empty ","
		for (i = 0; i < 4000; i++) {
			print line[2 + i % (NR - 1)]
			if (i % 100 == 0) print empty
			if (i % 271 == 0) print "ragged,\"" i "\""
			if (i % 307 == 0) print header
			if (i % 311 == 0) print "unterminated,\"here " i ","
			if (i % 313 == 0) print "\"a\000b" i "\"" empty
			if (i % 317 == 0) {
				cells = empty
				sub(/,,,,,,/, ",,,,,," bomb, cells)
				print cells
			}
			if (i % 331 == 0) {
				printf "%s", "long"
				for (k = 0; k < 100; k++) printf "%s", bomb
				print empty
			}
		}
		printf "%s", "last,\"of all"
	}' sound.csv > damaged.csv
test "$(wc -c < damaged.csv)" -gt 1000000 || fail=1

# judge FILTER JOBS INPUT...: out, err, rejects and status into the folder JOBS
judge() {
	filter=$1 jobs=$2
	shift 2
	mkdir -p "$jobs"
	"clamor-$filter" --jobs "$jobs" --stats --max-record 64k \
		--rejects "$jobs/rejects" -f ./hard.csv "$@" \
		> "$jobs/out" 2> "$jobs/err"
	echo $? > "$jobs/status"
}
for filter in label match norm; do
	for input in sound.csv 'damaged.csv nowhere.csv sound.csv' hard.csv; do
		test "$input" != hard.csv || input='--text term hard.csv'
		for jobs in 1 2 3 8; do
			# shellcheck disable=SC2086
			judge $filter $jobs $input
			for what in out err rejects status; do
				compare 1/$what $jobs/$what ||
					{ echo "$filter $input" >&9; fail=1; }
			done
		done
		test -s 1/out || fail=1
	done
	judge $filter 1 damaged.csv
	grep 'records rejected' 1/err > /dev/null || fail=1
	test $filter = norm ||
		grep 'stopped at its limit' 1/err > /dev/null || fail=1
done

# dressed for a spreadsheet, columns replaced, and from a pipe
for jobs in 1 3; do
	clamor-label --jobs $jobs sound.csv |
		clamor-label --jobs $jobs --excel > excel.$jobs 2> err.$jobs ||
		fail=1
done
compare excel.1 excel.3 || fail=1
compare err.1 err.3 || fail=1
exit $fail

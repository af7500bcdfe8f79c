# The main job on the samples gives what it gave before; after a change that is
# meant, `make update-golden` and read the diff.
. "$top_srcdir/tests/init.sh"
samples=$top_srcdir/samples

returns_ 0 clamor-import --tz America/Mexico_City --own @"$samples/own.txt" \
	"$samples/tweets-es.csv" "$samples/resenas.csv" \
	"$samples/reddit-comments.csv.gz" > import.csv 2> import.err || fail=1
sed "s,$samples/,," import.err > import.err.txt
returns_ 0 clamor-norm import.csv > norm.csv || fail=1
returns_ 0 clamor-match --with date,brand import.csv > match.csv || fail=1
returns_ 0 clamor-label import.csv > label.csv || fail=1
returns_ 0 clamor-tally --by day,brand,code --tz America/Mexico_City \
	label.csv > tally.csv || fail=1
returns_ 0 clamor-tally --by week,area --tz America/Mexico_City \
	--excel=';' label.csv > tally-excel.csv || fail=1

golden import.err import.err.txt || fail=1
for file in import norm match label tally tally-excel; do
	golden $file.csv $file.csv || fail=1
done
exit $fail

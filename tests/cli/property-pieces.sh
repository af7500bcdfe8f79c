# label gives the same rows on the input cut into 1, 3 and 17 pieces, and the
# tallies of the pieces merge into the tally of the whole.
. "$top_srcdir/tests/init.sh"
samples=$top_srcdir/samples

clamor-import --tz UTC "$samples/tweets-es.csv" "$samples/resenas.csv" \
	> posts.csv 2> /dev/null || fail=1
clamor-label posts.csv > whole.csv || fail=1
clamor-tally --by day,code --tz America/Lima whole.csv > tally.csv || fail=1
head -n 1 posts.csv > header
sed 1d posts.csv > rows
lines=$(wc -l < rows)

for pieces in 1 3 17; do
	rm -rf cut
	mkdir cut
	split -l $(((lines + pieces - 1) / pieces)) rows cut/
	head -n 1 whole.csv > joined.csv
	: > partials
	for piece in cut/*; do
		cat header "$piece" | clamor-label > labelled || fail=1
		sed 1d labelled >> joined.csv
		clamor-tally --by day,code --tz America/Lima --partial \
			labelled > "$piece.part" || fail=1
	done
	compare whole.csv joined.csv || fail=1
	clamor-tally --merge cut/*.part > merged.csv || fail=1
	compare tally.csv merged.csv || fail=1
done
exit $fail

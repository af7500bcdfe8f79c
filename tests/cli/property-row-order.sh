# The rows of the lexicons in another order: the same bytes of match, but for
# the column line, of label and of norm.
. "$top_srcdir/tests/init.sh"
samples=$top_srcdir/samples

clamor-import --tz UTC "$samples/tweets-es.csv" "$samples/resenas.csv" \
	> posts.csv 2> /dev/null || fail=1

# outputs NAME: what the filters say of the posts
outputs() {
	clamor-match posts.csv | cut -d, -f1-3,5- > "match.$1" || fail=1
	clamor-label posts.csv > "label.$1" || fail=1
	clamor-norm posts.csv > "norm.$1" || fail=1
}

# shuffle SEED FILE: the header first, the other rows anyhow; comments go
shuffle() {
	grep -v '^"\{0,1\}#\( \|$\|,\)' "$2" | awk -v seed="$1" '
		BEGIN { srand(seed) }
		{ print NR == 1 ? -1 : rand(), $0 }' |
		LC_ALL=C sort -g | sed 's/^[^ ]* //'
}

outputs 0
[ -s match.0 ] || fail=1
shipped=$CLAMOR_LEXICONS
for seed in 1 2 3; do
	mkdir shuffled
	cp "$shipped/codes.csv" "$shipped/different.csv" shuffled
	for file in "$shipped"/*.csv; do
		[ -e "shuffled/${file##*/}" ] ||
			shuffle $seed "$file" > "shuffled/${file##*/}"
	done
	cmp -s "$shipped/praise.csv" shuffled/praise.csv && fail=1
	CLAMOR_LEXICONS=$work/shuffled
	outputs $seed
	CLAMOR_LEXICONS=$shipped
	for filter in match label norm; do
		compare $filter.0 $filter.$seed || fail=1
	done
	rm -r shuffled
done
exit $fail

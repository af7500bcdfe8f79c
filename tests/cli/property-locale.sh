# No locale changes a byte of any filter's output.
. "$top_srcdir/tests/init.sh"
samples=$top_srcdir/samples

for locale in C es_ES.UTF-8 de_DE.UTF-8; do
	locale -a 2> /dev/null | grep -qix "$(echo $locale |
		sed 's/UTF-8/utf-\\?8/')" || skip "no locale $locale"
	LC_ALL=$locale
	export LC_ALL
	clamor-import --tz America/Lima "$samples/tweets-es.csv" \
		"$samples/resenas.csv" 2> err |
		tee "import.$locale" | clamor-label | tee "label.$locale" |
		clamor-tally --by week,brand,area --tz America/Lima \
			--interval --share > "tally.$locale" || fail=1
	clamor-match "import.$locale" > "match.$locale" || fail=1
	clamor-norm "import.$locale" > "norm.$locale" || fail=1
	for filter in import label tally match norm; do
		[ -s "$filter.$locale" ] || fail=1
		compare "$filter.C" "$filter.$locale" || fail=1
	done
done
exit $fail

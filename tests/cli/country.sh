# --country: packs on which countries disagree are silent until one is chosen;
# unknown countries are refused with a suggestion; own files win.
. "$top_srcdir/tests/init.sh"

mkdir lex
cp "$top_srcdir"/lexicons/*.csv lex
for c in ar cl co es mx pe; do
	printf 'term,weight,role,to\n' > lex/$c.csv
done
printf 'zumba,-4,,\nzpq,,slang,zumba\nbueno,-3,,\n' >> lex/es.csv
printf 'zumba,3,,\nzpq,,slang,bueno\n' >> lex/pe.csv
printf 'yunta,3,,\n' >> lex/pe.csv
CLAMOR_LEXICONS=$PWD/lex
export CLAMOR_LEXICONS

printf 'text\n@marca zumba\n@marca yunta\n' > posts.csv
kinds() { # kinds OPTION...: of the two posts
	clamor-label "$@" posts.csv | sed 1d | awk -F, '{ printf "%s ", $2 }'
}
is() { # is WANT OPTION...
	want=$1
	shift
	got=$(kinds "$@")
	[ "$got" = "$want " ] || { echo "$*: $got" >&9; fail=1; }
}
is 'neutral praise'
is 'complaint praise' --country es
is 'praise praise' --country pe
is 'praise praise' --country=PE
is 'neutral praise' --country mx # it says nothing of it
is 'neutral neutral' --no-defaults
is 'neutral neutral' --no-defaults --country es
is 'complaint neutral' --no-defaults -f es
is 'complaint praise' -f es
printf 'term,weight\nzumba,-3\n' > own.csv
is 'complaint praise' --country pe -f ./own.csv

# norm and grep know the slang, match the entries
norm() { printf 'text\nzpq\n' | clamor-norm "$@" | sed 1d; }
[ "$(norm)" = zpq,zpq ] || fail=1
[ "$(norm --country es)" = zpq,zumba ] || fail=1
[ "$(norm --country pe)" = zpq,bueno ] || fail=1
printf 'text\nzpq\nyunta\n' > slang.csv
returns_ 1 clamor-grep zumba slang.csv > out || fail=1
returns_ 0 clamor-grep --country es -c zumba slang.csv > out || fail=1
[ "$(cat out)" = 1 ] || fail=1
returns_ 1 clamor-grep -f ./own.csv slang.csv > out || fail=1 # no yunta
clamor-match posts.csv | grep -c zumba > out && fail=1
clamor-match --country es posts.csv | grep -q ',es,2,zumba,' || fail=1

# seasons by date, only with a country
printf 'date,text\n2026-11-13,hola\n2026-04-02T10:00:00Z,hola\nayer,hola\n' \
	> dated.csv
marks() { clamor-label "$@" | sed 1d | cut -d, -f 13 | tr '\n' ,; }
[ "$(marks dated.csv)" = ,,, ] || fail=1
[ "$(marks --country mx dated.csv)" = \
	temporada:buenfin,temporada:semana_santa,, ] || fail=1
[ "$(marks --country es dated.csv)" = ,temporada:semana_santa,, ] || fail=1
printf 'date,text\n2026-11-13,compré en el Buen Fin\n' > named.csv
[ "$(marks --country mx named.csv)" = temporada:buenfin, ] || fail=1
sed 's/,buenfin,11-11,/,buenfin,11-41,/' "$top_srcdir/lexicons/seasons.csv" \
	> lex/seasons.csv
returns_ 2 clamor-label --country mx dated.csv > out 2> err || fail=1
grep -q "seasons.csv:[0-9]*: from '11-41' is no day" err || fail=1
returns_ 0 clamor-label dated.csv > out || fail=1
cp "$top_srcdir/lexicons/seasons.csv" lex

# who is not known
for filter in 'label posts.csv' 'match posts.csv' 'norm posts.csv' \
	'grep x posts.csv'; do
	# shellcheck disable=SC2086
	returns_ 2 clamor-${filter%% *} --country mexico ${filter#* } \
		> out 2> err || fail=1
	grep -q "unknown country 'mexico' (did you mean 'mx'?)" err || fail=1
	[ -s out ] && fail=1
done
returns_ 2 clamor-label --country brasil posts.csv > out 2> err || fail=1
grep -q "unknown country 'brasil'; there are ar, cl, co, es, mx, pe" err ||
	fail=1
returns_ 2 clamor-label --country '' posts.csv > out 2> err || fail=1

# a pack that is missing is said
rm lex/co.csv
returns_ 2 clamor-label posts.csv > out 2> err || fail=1
grep -q "no lexicon 'co'" err || fail=1
exit $fail

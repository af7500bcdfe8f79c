# Importing what was imported, folding what was folded and labelling what was
# labelled changes nothing.
. "$top_srcdir/tests/init.sh"

clamor-import --tz UTC "$top_srcdir/samples/tweets-es.csv" > once.csv || fail=1
clamor-import --tz UTC once.csv > twice.csv || fail=1
compare once.csv twice.csv || fail=1

clamor-label once.csv > label1.csv || fail=1
clamor-label label1.csv > label2.csv 2> err || fail=1
compare label1.csv label2.csv || fail=1
grep -q "kind" err || fail=1 # the replaced columns are said

# folded text folds to itself, tags apart (they stay and grow their words)
clamor-norm once.csv | grep -v '#' > norm1.csv || fail=1
clamor-norm --text norm --prefix again_ norm1.csv > norm2.csv || fail=1
awk 'NR == 1 { next } { print }' norm2.csv > rows
clamor-tally --by norm,again_norm --tz UTC norm2.csv > /dev/null 2> err
clamor-norm --text norm norm1.csv 2> /dev/null > norm3.csv || fail=1
compare norm1.csv norm3.csv || fail=1
exit $fail

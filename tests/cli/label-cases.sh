# What clamor-label says of invented posts, by rule and topic: tests/cases/*.csv
# (tests/cases/README). The report names the file and line of each that fails.
. "$top_srcdir/tests/init.sh"
cases=$top_builddir/tests/cases/cases

(cd "$top_srcdir" && returns_ 0 "$cases" tests/cases/*.csv) > report || fail=1
[ "$fail" -eq 0 ] || cat report >&9

# the program finds what is wrong, and says where
cat > wrong.csv <<'END'
rule,text,kind,severity,evidence,not
# a comment
negation,El cajero no es amable.,praise,3,amable>0,amable<0
END
returns_ 1 "$cases" wrong.csv > report || fail=1
grep '^wrong.csv:3: negation: ' report | sed 's/ (.*//' > actual
[ "$(wc -l < actual)" -eq 4 ] || fail=1
grep -q "^wrong.csv:3: negation: kind is 'complaint', not 'praise'" report ||
	fail=1

printf 'rule,text\nnegation,nothing to check\n' > empty.csv
returns_ 1 "$cases" empty.csv > report || fail=1
printf 'rule,text,knd\nnegation,x,praise\n' > column.csv
returns_ 2 "$cases" column.csv > report 2> err || fail=1
grep -q "column.csv: unknown column 'knd'" err || fail=1
exit $fail

# What cannot be added up is refused, not added.
. "$top_srcdir/tests/init.sh"

printf 'date,kind,copy\n2026-11-21,praise,\n' > in.csv
clamor-tally --by day --tz America/Lima --partial in.csv > lima || fail=1
clamor-tally --by day --tz Europe/Madrid --partial in.csv > madrid || fail=1
clamor-tally --by day --tz America/Lima --unique --partial in.csv > unique || fail=1
clamor-tally --by week --tz America/Lima --partial in.csv > week || fail=1

cat > exp-err <<'END'
clamor-tally: madrid:2: a partial tally made with '1 tz=Europe/Madrid' cannot be added to one made with '1 tz=America/Lima'
END
echo before > out.csv
returns_ 2 clamor-tally --merge -o out.csv lima madrid 2> err || fail=1
compare exp-err err || fail=1
echo before > exp
compare exp out.csv || fail=1 # nothing half done

returns_ 2 clamor-tally --merge lima unique > out 2> err || fail=1
returns_ 2 clamor-tally --merge lima week > out 2> err || fail=1

echo 'clamor-tally: in.csv:1: this is no partial tally, as clamor-tally --partial writes' > exp-err
returns_ 2 clamor-tally --merge in.csv > out 2> err || fail=1
compare exp-err err || fail=1

# a damaged record is rejected, the others are added
sed 's/^2026-11-21/2026-11-22/; 2s/,0,1,0/,0,x,0/' lima > damaged
returns_ 3 clamor-tally --merge lima damaged > out 2> err || fail=1
returns_ 0 clamor-tally --merge lima > exp || fail=1
compare exp out || fail=1
grep 'praise is no count' err > /dev/null || fail=1

exit $fail

# Help, version, bad options, a full disk, a closed pipe.
. "$top_srcdir/tests/init.sh"
returns_ 0 clamor-import --help > out 2> err || fail=1
grep '^Usage: clamor-import' out > /dev/null || fail=1
for option in map set keep own tz date-order explain profile profile-file list delimiter \
	max-page max-record rejects max-rejects stats output help version
do
	grep -e "--$option" out > /dev/null || { echo "$option" >&2; fail=1; }
done
returns_ 0 clamor-import --version > out 2> err || fail=1
returns_ 2 clamor-import --no-such > out 2> err || fail=1
grep "Try 'clamor-import --help'" err > /dev/null || fail=1
echo text > in.csv
if test -w /dev/full; then
	returns_ 2 clamor-import in.csv > /dev/full 2> err || fail=1
fi
returns_ 2 env CLAMOR_PROFILES=/no/such/folder clamor-import in.csv > out 2> err || fail=1
grep 'aliases.csv: No such file' err > /dev/null || fail=1
# the table of names is one that serves as such
mkdir own
returns_ 0 clamor-import --list=aliases > own/aliases.csv 2> err || fail=1
compare "$top_srcdir/profiles/aliases.csv" own/aliases.csv || fail=1
echo 'text,mi texto,' >> own/aliases.csv
printf 'Mi Texto,id\nhola,1\n' > mine.csv
returns_ 0 env CLAMOR_PROFILES=own clamor-import mine.csv > out 2> err || fail=1
grep '^1,,,,,,hola,' out > /dev/null || fail=1
if test -w /dev/full; then
	returns_ 2 clamor-import --list > /dev/full 2> err || fail=1
fi
exit $fail

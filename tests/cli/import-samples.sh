# Each kind of export, alone, in its own shape: what comes out. After a change
# that is meant, `make update-golden` and read the diff.
. "$top_srcdir/tests/init.sh"
for file in "$top_srcdir"/samples/exports/*; do
	name=${file##*/}
	returns_ 0 clamor-import --tz UTC --stats "$file" > out 2> err || fail=1
	sed "s,$top_srcdir/samples/exports/,," err >> out
	golden "export-$name.txt" out || fail=1
done

# nothing depends on how the bytes come
for file in "$top_srcdir"/samples/exports/*; do
	clamor-import --tz UTC "$file" > out 2> err
	dd if="$file" bs=61 2> /dev/null | clamor-import --tz UTC > pieces 2> err
	compare out pieces || { echo "in pieces: $file" >&9; fail=1; }
done

# all of them as one stream
returns_ 0 clamor-import --tz UTC --stats "$top_srcdir"/samples/exports/* > all.csv 2> err || fail=1
cat "$top_srcdir"/tests/golden/export-*.txt | grep -v -e '^clamor-import:' -e '^id,date,source,' > rows
sed 1d all.csv > all.rows
compare rows all.rows || fail=1
exit $fail

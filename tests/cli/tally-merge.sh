# A merge of any split is the whole, byte for byte.
. "$top_srcdir/tests/init.sh"

awk 'BEGIN {
	split("complaint praise mixed question neutral spam", kind, " ")
	split("trato;cobro trato cobro;precio espera", codes, " ")
	split("Uno|Dos|\"Tres, S.A.\"|\"El \"\"Cuatro\"\"\"|", brand, "|")
	print "id,date,source,brand,author,followers,kind,score,severity,intent,marks,codes,answered,reply_minutes"
	srand(7)
	for (i = 1; i <= 2000; i++)
		printf "%d,2026-03-%02dT%02d:00:00Z,x,%s,u%d,%d,%s,%s0.%03d,%d,%s,%s,%s,%d,%s\n",
			i, 1 + rand() * 3, rand() * 24, brand[int(1 + rand() * 5)],
			rand() * 300, rand() * 200000, kind[int(1 + rand() * 6)],
			rand() < .5 ? "-" : "", rand() * 1000, rand() * 4,
			rand() < .1 ? "legal" : "", rand() < .1 ? "checkin" : "",
			codes[int(1 + rand() * 4)], rand() < .5,
			rand() < .3 ? int(rand() * 1000) : ""
}' > in.csv
by="--by day,brand,codes --tz America/Santiago"

returns_ 0 clamor-tally $by --share --interval in.csv > whole || fail=1
returns_ 0 clamor-tally $by --partial in.csv > whole.sums || fail=1

sed 1d in.csv > body
head -n 1 in.csv > header
for lines in 2000 1500 667 400 125; do
	rm -f part.*
	split -l "$lines" body part.
	for part in part.*; do
		cat header "$part" > piece.csv
		returns_ 0 clamor-tally $by --partial piece.csv \
			> "$part.sums" || fail=1
	done
	returns_ 0 clamor-tally --merge --share --interval part.*.sums \
		> merged || fail=1
	compare whole merged || fail=1
	returns_ 0 clamor-tally --merge --partial part.*.sums > merged || fail=1
	compare whole.sums merged || fail=1
	# as one stream, with the headers of all parts in it
	cat part.*.sums | returns_ 0 clamor-tally --merge --partial \
		> merged || fail=1
	compare whole.sums merged || fail=1
done

# a tree of merges
returns_ 0 clamor-tally --merge --partial part.a[a-h].sums > left || fail=1
returns_ 0 clamor-tally --merge --partial part.a[i-z].sums > right || fail=1
returns_ 0 clamor-tally --merge --share --interval right left > merged || fail=1
compare whole merged || fail=1

# neither the order of rows nor that of files matters
sort -r body | cat header - > reverse.csv
returns_ 0 clamor-tally $by --share --interval reverse.csv > out || fail=1
compare whole out || fail=1
sed 1000q in.csv > first.csv
sed 2,1000d in.csv > second.csv
returns_ 0 clamor-tally $by --share --interval second.csv first.csv > out || fail=1
compare whole out || fail=1

exit $fail

# Every example of the READMEs, the manual pages and --help runs. In the
# former it is a line that begins with "$ " and the deeper lines under it, or a
# script from its "#!" to the next blank line; in --help an indented line that
# begins with "clamor". Lines without "$ " need what a test has not: root,
# cron, gnuplot.
# shellcheck disable=SC2016,SC2317
. "$top_srcdir/tests/init.sh"
for tool in bash mandoc mlr sqlite3; do
	command -v "$tool" >/dev/null || skip "no $tool"
done

# The small files that the examples use.
prepare() {
	mkdir template template/exportes
	cp -R "$top_srcdir/samples" template/samples
	cp "$CLAMOR_LEXICONS/codes.csv" template/codes.csv
	chmod -R u+w template
	cd template || exit 99
	cp samples/tweets-es.csv menciones.csv
	cp samples/tweets-es.csv exportes/lunes.csv
	cp samples/tweets-es.csv exportes/martes.csv
	gzip -c menciones.csv > menciones-1.csv.gz
	printf 'Alta,Sucursal,Observaciones\n2026-11-20,Sur,%s\n' \
		'No me llega el paquete y el cajero es muy grosero' > quejas.csv
	printf 'term,weight,code,motivo\nfibra lent*,-3,servicio_caido,red\n' \
		> mis-palabras.csv
	printf 'nefasto\nde mal en peor\n' > feas.txt
	printf '%%\n1\tposemo\n2\tnegemo\n%%\nbuen*\t1\nmal*\t2\n' > es.dic
	{
		clamor-import menciones.csv
		clamor-import --map text=Observaciones,date=Alta quejas.csv
	} | clamor-label > posts.csv || exit 99
	{ head -n 1 posts.csv && sed -n '2,99p' posts.csv; } > a.csv
	{ head -n 1 posts.csv && sed -n '100,$p' posts.csv; } > b.csv
	clamor-tally --by day,brand --tz America/Lima --partial b.csv > b.sums
	{
		echo 'id,label,text'
		for id in 1 2 3 4 5 6 7 8 9; do
			printf "$id%s\n" ',neg,No llega el pedido' \
				',neg,La fibra lentísima' ',pos,Muy amables' \
				',neu,Voy mañana'
		done
	} > corregido.csv
	cd ..
}

# cut_text: the examples of a text on standard input, as files in examples/
cut_text() {
	awk '
	function flush() {
		if (text != "") {
			file = sprintf("examples/%03d", ++n)
			print text > file
			close(file)
		}
		text = ""
		script = 0
	}
	script && NF > 0 { text = text "\n" substr($0, indent + 1); next }
	match($0, /^ *\$ /) {
		flush()
		indent = RLENGTH - 2
		text = substr($0, RLENGTH + 1)
		next
	}
	match($0, /^ *#!/) {
		flush()
		indent = RLENGTH - 2
		text = substr($0, RLENGTH - 1)
		script = 1
		next
	}
	text != "" && match($0, /^ */) && RLENGTH > indent && NF > 0 {
		text = text "\n" $0
		next
	}
	{ flush() }
	END { flush() }'
}

# cut_help: those of --help
cut_help() {
	awk '/^ +-/ { exit }
		/^  clamor/ {
			file = sprintf("examples/%03d", ++n)
			print > file
			close(file)
		}'
}

# run_examples DOCUMENT: each in turn, in one folder
run_examples() {
	rm -rf here
	cp -R template here
	for example in examples/*; do
		[ -f "$example" ] || continue
		count=$((count + 1))
		cp "$example" here/.example
		# a pipe may be left early by head, but nothing else may fail
		printf '%s\n' 'for s in "${PIPESTATUS[@]}"; do' \
			'[ "$s" = 0 ] || [ "$s" = 141 ] || exit "$s"; done' \
			>> here/.example
		(cd here && bash .example > .out 2> .err < /dev/null) &&
			! grep 'command not found' here/.err >&9 && continue
		fail=1
		echo "$1: this example fails:" >&9
		cat "$example" >&9
		head -n 5 here/.err >&9
	done
}

# check_document NAME CUT: the examples of what stands on standard input
check_document() {
	rm -rf examples
	mkdir examples
	"$2"
	count=0
	run_examples "$1"
	echo "$1: $count examples" >&9
}

prepare
for file in "$top_srcdir"/README "$top_srcdir"/README.es; do
	check_document "${file##*/}" cut_text < "$file"
	[ "$count" -gt 0 ] || {
		echo "${file##*/} has no examples" >&9
		fail=1
	}
done
for file in "$top_srcdir"/man/*.[1-9]; do
	mandoc -T utf8 -O width=200 "$file" |
		sed "s/.$(printf '\b')//g" > page || fail=1
	check_document "${file##*/}" cut_text < page
done
for program in clamor clamor-daily clamor-eval clamor-grep \
	clamor-import clamor-label clamor-lexicon clamor-match clamor-norm clamor-tally; do
	"$program" --help > help || fail=1
	check_document "$program --help" cut_help < help
done
exit $fail

# What holds for every filter: help, version, bad options, full disk, closed
# pipe. The filters are those that are built.
. "$top_srcdir/tests/init.sh"

# that FILTER WHAT COMMAND...: the command succeeds, or the filter failed
that() {
	filter=$1 what=$2
	shift 2
	"$@" > /dev/null && return
	echo "$filter: $what" >&9
	fail=1
}

# run FILTER: a small job that writes to standard output
run() {
	case $1 in
	clamor) clamor ;;
	clamor-eval) clamor-eval --true kind --guess kind labelled.csv ;;
	clamor-grep) clamor-grep mal posts.csv ;;
	clamor-lexicon) clamor-lexicon list complaints ;;
	clamor-tally) clamor-tally --by kind --tz UTC labelled.csv ;;
	*) "$1" posts.csv ;;
	esac
}

# listed FILTER: the long options in --help, one a line
listed() {
	"$1" --help | sed -n \
		's/^  *\(-[a-zA-Z], \)\{0,1\}\(--[a-z][a-z-]*\).*/\2/p' | sort -u
}

# known FILTER: those that it takes, told by glibc where none is named
known() {
	"$1" --=x 2>&1 > /dev/null | sed -n 's/.*possibilities: //p' |
		tr ' ' '\n' | tr -d "'" | sort -u
}

check_words() {
	returns_ 0 "$1" --help > help 2> err || fail=1
	compare /dev/null err || fail=1
	that "$1" 'help begins with Usage' grep "^Usage: $1 " help
	head -n 7 help > start
	that "$1" 'an example near the top' grep "^  $1 \| | $1\|^  clamor " start
	returns_ 0 "$1" -h > help2 || fail=1
	compare help help2 || fail=1
	returns_ 0 "$1" --version > out 2> err || fail=1
	compare /dev/null err || fail=1
	that "$1" 'version' grep "^$1 (clamor) [0-9]" out
}

check_options() {
	for option in --no-such-option -%; do
		returns_ 2 "$1" $option < /dev/null > out 2> err || fail=1
		compare /dev/null out || fail=1
		that "$1" "Try after $option" \
			grep "^Try '$1 --help' for more information" err
		that "$1" "its name before $option" grep "^$1: " err
	done
	listed "$1" > options
	that "$1" 'options in --help' test -s options
	while read -r option; do
		"$1" "$option" < /dev/null > out 2> err
		if grep 'unrecognized\|ambiguous' err; then
			echo "$1: $option is in --help only" >&9
			fail=1
		fi
	done < options
	known "$1" > taken
	if test -s taken; then
		compare taken options || { echo "$1: --help" >&9; fail=1; }
	fi
}

check_full_disk() {
	returns_ 2 "$1" --help > /dev/full 2> err || fail=1
	that "$1" 'full disk, --help' grep "^$1: .*No space left" err
	returns_ 2 "$1" --version > /dev/full 2> err || fail=1
	that "$1" 'full disk, --version' grep "^$1: .*No space left" err
	returns_ 2 run "$1" > /dev/full 2> err || fail=1
	that "$1" 'full disk' grep "^$1: .*No space left" err
}

# descriptor 4 is a pipe that nobody reads
check_closed_pipe() {
	(run "$1") >&4 2> err
	status=$?
	test $status -eq 141 || { echo "$1: status $status" >&9; fail=1; }
	compare /dev/null err || { echo "$1: closed pipe" >&9; fail=1; }
}

printf 'id,date,text\n1,2026-01-02,mal servicio\n' > posts.csv
clamor-label posts.csv > labelled.csv || fail=1
mkfifo pipe
sleep 60 < pipe &
exec 4> pipe
kill $!
wait $! 2> /dev/null

n=0
for program in "$top_builddir"/src/clamor "$top_builddir"/src/clamor-*; do
	filter=${program##*/}
	case $filter in
	*.*) continue ;; # sources and objects
	esac
	n=$((n + 1))
	check_words "$filter"
	check_options "$filter"
	! test -c /dev/full || check_full_disk "$filter"
	check_closed_pipe "$filter"
done
test $n -gt 5 || { echo "only $n filters were found" >&9; fail=1; }
exit $fail

# Sourced by every script in tests/cli: a fresh folder to work in, and words to
# check with. End a script with `exit $fail`.
# shellcheck shell=sh disable=SC2034
fail=0
top_srcdir=${top_srcdir:?run me through make check}
work=$(mktemp -d "${TMPDIR:-/tmp}/clamor-test.XXXXXX") || exit 99
trap 'cd / && chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
cd "$work" || exit 99
LC_ALL=C.UTF-8
export LC_ALL

# returns_ STATUS COMMAND...: the command's exit status is that
returns_() {
	wanted=$1
	shift
	"$@"
	got=$?
	[ "$got" -eq "$wanted" ] && return 0
	echo "status $got, not $wanted: $*" >&9
	return 1
}

# compare EXPECTED ACTUAL: the files are the same
compare() {
	if [ "$1" = /dev/null ]; then
		[ -s "$2" ] || return 0
		echo "$2 should be empty:" >&9
		head -n 20 "$2" >&9
		return 1
	fi
	diff -u "$1" "$2" >&9
}

# golden NAME FILE: FILE is what tests/golden/NAME holds; with
# CLAMOR_GOLDEN_UPDATE set it becomes that
golden() {
	if [ -n "${CLAMOR_GOLDEN_UPDATE-}" ]; then
		mkdir -p "$top_srcdir/tests/golden" &&
			cp "$2" "$top_srcdir/tests/golden/$1"
	else
		compare "$top_srcdir/tests/golden/$1" "$2"
	fi
}

# skip REASON: the test cannot run here
skip() {
	echo "skipped: $*" >&9
	exit 77
}

exec 9>&2

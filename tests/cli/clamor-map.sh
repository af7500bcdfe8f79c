# Alone or with --help: the map, which names every filter that is installed.
. "$top_srcdir/tests/init.sh"

returns_ 0 clamor > out 2> err || fail=1
compare /dev/null err || fail=1
returns_ 0 clamor --help > help || fail=1
compare out help || fail=1
sed -n 4p out | grep '^  clamor import .* | clamor label | clamor ' > example ||
	fail=1

# between the example and the last paragraph
sed -n '6,/^$/s/^  \([a-z]*\) .*/\1/p' out | sort > listed
for program in "$top_builddir"/src/clamor-* "$top_srcdir"/scripts/clamor-*; do
	name=${program##*/clamor-}
	case $name in
	*.*|skel) continue ;;
	esac
	test -x "$program" && echo "$name"
done | sort > there
compare there listed || fail=1

returns_ 0 clamor --version > out || fail=1
grep '^clamor (clamor) [0-9]' out > /dev/null || fail=1
exit $fail

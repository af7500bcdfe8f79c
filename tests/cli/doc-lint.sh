# Manual pages are well-formed mdoc, and speak of the same options as --help.
# shellcheck disable=SC2094
. "$top_srcdir/tests/init.sh"
command -v mandoc >/dev/null || skip 'no mandoc'

mandoc -T lint -W warning "$top_srcdir"/man/*.[1-9] > lint || fail=1
compare /dev/null lint || fail=1

# each option: the first words of its line in --help, its .It in the page
help_options() {
	sed -n 's/^ \{2,6\}\(-[^ ]*\( -[^ ]*\)*\)/\1/p' |
		grep -o '^-[A-Za-z], --[a-z-]*\|^--[a-z-]*\|^-[A-Za-z] --[a-z-]*' |
		grep -o -- '--[a-z-]*\|-[A-Za-z]\>' | sort -u
}
page_options() {
	sed -n '/^\.It Fl/p' "$1" | grep -o 'Fl [-A-Za-z][a-z-]*' |
		sed 's/^Fl /-/' | sort -u
}

for page in "$top_srcdir"/man/*.1; do
	program=${page##*/}
	program=${program%.1}
	"$program" --help > help || fail=1
	help_options < help > in-help
	page_options "$page" > in-page
	[ -s in-help ] || fail=1
	echo "$program:" >&9
	compare in-help in-page || fail=1
	for section in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES 'SEE ALSO'
	do
		grep -qx "\.Sh $section" "$page" && continue
		echo "$program(1) has no section $section" >&9
		fail=1
	done
done
exit $fail

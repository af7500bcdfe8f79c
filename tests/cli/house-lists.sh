# The lists of files in the tree are what scripts/update-lists writes.
. "$top_srcdir/tests/init.sh"
cd "$top_srcdir" && scripts/update-lists "$work" && cd "$work" || exit 99
for list in src/lib/files.mk tests/files.mk; do
	compare "$top_srcdir/$list" "$list" || fail=1
done

# every manual page is installed
for page in "$top_srcdir"/man/*.[1-9]; do
	grep -q "man/${page##*/}" "$top_srcdir/man/local.mk" || {
		echo "${page##*/} is not in man/local.mk" >&9
		fail=1
	}
done
exit $fail

# shellcheck has nothing to say of the scripts.
. "$top_srcdir/tests/init.sh"
command -v shellcheck > /dev/null || skip 'no shellcheck'

cd "$top_srcdir" || exit 99
for script in scripts/* tests/init.sh tests/run-unit; do
	[ "$script" = scripts/local.mk ] ||
		shellcheck -x -S warning "$script" >&9 || fail=1
done
exit $fail

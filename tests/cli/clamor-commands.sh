# clamor NAME runs clamor-NAME: from its own folder first, then from PATH.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,mal\n' > in
returns_ 0 clamor-grep mal in > exp || fail=1
returns_ 0 clamor grep mal in > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1
returns_ 1 clamor grep nada in > out || fail=1
returns_ 0 clamor grep --version > out || fail=1
grep '^clamor-grep (clamor) ' out > /dev/null || fail=1
returns_ 2 clamor grep --nada > out 2> err || fail=1
grep '^clamor-grep: ' err > /dev/null || fail=1
grep "^Try 'clamor-grep --help'" err > /dev/null || fail=1

# the folders
mkdir one two
cp "$(command -v clamor)" one/clamor || exit 99
printf '#!/bin/sh\necho "one $*"\n' > one/clamor-uno
printf '#!/bin/sh\necho "two $*"\n' > two/clamor-uno
printf '#!/bin/sh\necho "two $*"\n' > two/clamor-dos
chmod +x one/* two/*
PATH=$work/two:$PATH
echo 'one a b  c' > exp
returns_ 0 one/clamor uno a 'b  c' > out || fail=1
compare exp out || fail=1
echo 'two -x --help' > exp
returns_ 0 one/clamor dos -x --help > out || fail=1
compare exp out || fail=1
returns_ 0 clamor dos -x --help > out || fail=1
compare exp out || fail=1

# a program that may not be run is no unknown one
chmod -x one/clamor-uno two/clamor-uno
if test "$(id -u)" -ne 0 || ! one/clamor uno > out 2> err; then
	returns_ 2 one/clamor uno > out 2> err || fail=1
	echo 'clamor: clamor-uno: Permission denied' > exp
	compare exp err || fail=1
fi
exit $fail

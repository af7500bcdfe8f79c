# An unknown command: the nearest is offered, status 2.
. "$top_srcdir/tests/init.sh"

printf '%s\n' "clamor: unknown command 'labl' (did you mean 'label'?)" \
	"Try 'clamor --help' for more information." > exp

returns_ 2 clamor labl > out 2> err || fail=1
compare exp err || fail=1
compare /dev/null out || fail=1

printf '%s\n' "clamor: unknown command 'zzzzzz'" \
	"Try 'clamor --help' for more information." > exp
returns_ 2 clamor zzzzzz in > out 2> err || fail=1
compare exp err || fail=1

# nothing outside the folders that programs come from
mkdir clamor-x
printf '#!/bin/sh\necho ran\n' > run
chmod +x run
returns_ 2 clamor x/../run > out 2> err || fail=1
compare /dev/null out || fail=1
for bad in '' .; do
	returns_ 2 clamor "$bad" > out 2> err || fail=1
done
returns_ 2 clamor --nada label > out 2> err || fail=1
grep "^Try 'clamor --help'" err > /dev/null || fail=1
exit $fail

# A closed pipe ends the filter silently by SIGPIPE; ignored, it is status 2.
. "$top_srcdir/tests/init.sh"

awk 'BEGIN { print "id,text"; for (i = 0; i < 200000; i++) print i ",hola" }' \
	> in
{ clamor-skel in 2> err; echo $? > status; } | head -n 1 > out
echo 'id,text,bytes' > exp
compare exp out || fail=1
compare /dev/null err || fail=1
echo 141 > exp
compare exp status || fail=1

{ (trap '' PIPE; clamor-skel in 2> err; echo $? > status); } | head -n 1 > out
echo 'clamor-skel: (standard output): Broken pipe' > exp
compare exp err || fail=1
echo 2 > exp
compare exp status || fail=1
exit $fail

# Files in turn, - is standard input; one that cannot be read is said.
. "$top_srcdir/tests/init.sh"

printf 'id,text\n1,a\n' > a
printf 'id,text\n2,bb\n' > b
printf 'id,text,bytes\n1,a,1\n2,bb,2\n' > exp
returns_ 0 clamor-skel a b > out || fail=1
compare exp out || fail=1
returns_ 0 clamor-skel a - < b > out || fail=1
compare exp out || fail=1
cat a b | returns_ 0 clamor-skel - > out || fail=1
compare exp out || fail=1
cat a b | returns_ 0 clamor-skel > out || fail=1
compare exp out || fail=1

cat > exp-err << \END
clamor-skel: none: No such file or directory
clamor-skel: .: Is a directory
END
returns_ 2 clamor-skel none a . b > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

# status 2 beats 3
printf 'id,text\n3\n' > bad
returns_ 2 clamor-skel a none bad b > out 2> err || fail=1
compare exp out || fail=1

# other columns are another table
printf 'text,id\nx,3\n' > other
cat > exp-err << \END
clamor-skel: other:1: skipped: its columns are not those of the first file
END
returns_ 2 clamor-skel a other b > out 2> err || fail=1
compare exp out || fail=1
compare exp-err err || fail=1

returns_ 2 clamor-skel none > out 2> err || fail=1
compare /dev/null out || fail=1
exit $fail

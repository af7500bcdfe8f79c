# Bytes that are no text, line breaks in cells, quotes that do not close.
. "$top_srcdir/tests/init.sh"

printf 'term\nmal\n/mal\\s+dia/\n' > w.csv
printf 'id,text\n1,"\377\0mal"\n2,"mal\ndía"\n3,"abierta\n4,mal\n' > in
cat > exp << \END
record,id,lexicon,line,term,code,intent,severity,weight,start,end,words
1,1,w,2,mal,,,,,2,5,mal
2,2,w,3,/mal\s+dia/,,,,,0,8,mal día
2,2,w,2,mal,,,,,0,3,mal
3,4,w,2,mal,,,,,0,3,mal
END
returns_ 3 clamor-match --no-defaults -f ./w.csv in > out 2> err || fail=1
compare exp out || fail=1
grep 'a quote does not close' err > /dev/null || fail=1

# an expression stopped at its limit is told
{ echo text; awk 'BEGIN { for (i = 0; i < 3000; i++) printf "ab"; print "" }'
} > in
printf 'term\n/(a?b?a?b?)+\\d/\n' > slow.csv
returns_ 0 clamor-match --no-defaults -f ./slow.csv in > out 2> err || fail=1
cat > exp << \END
clamor-match: in 1 post an expression was stopped at its limit and may have missed hits (last: /(a?b?a?b?)+\d/)
END
compare exp err || fail=1
exit $fail

# The worst errors: the largest score of either sign first.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
id,label,text,polarity,score,evidence
1,pos,"bien, pero",neg,-0.500,pero@6:10=-1
2,neg,mal,neg,-0.900,mal@0:3=-3
3,neg,genial,pos,0.800,genial@0:6=4
4,neu,ok,pos,,
5,neg,"dijo ""bien""",mixed,-0.500,
END
cat > exp <<'END'
id,text,true,guess,score,evidence
3,genial,neg,pos,0.800,genial@0:6=4
1,"bien, pero",pos,neg,-0.500,pero@6:10=-1
5,"dijo ""bien""",neg,mixed,-0.500,
END
returns_ 0 clamor-eval --errors 3 in.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# what is right after merging is no error; the cells stay as they are
sed '/^5/d' exp > exp2
echo 4,ok,neu,pos,, >> exp2
returns_ 0 clamor-eval --errors 9 --map mixed=neg in.csv > out || fail=1
compare exp2 out || fail=1

# other columns, and none
printf 'a,b,texto,s\nx,y,uno,0.1\nx,y,dos,-0.2\n' > other.csv
cat > exp <<'END'
id,text,true,guess,score,evidence
,dos,x,y,-0.2,
,uno,x,y,0.1,
END
returns_ 0 clamor-eval --errors 9 --true a --guess b --text texto --score s \
	other.csv > out || fail=1
compare exp out || fail=1
sed '1s/polarity,score,evidence/p_polarity,p_score,p_evidence/' in.csv > p.csv
returns_ 0 clamor-eval --errors 3 --label-prefix p_ p.csv > out || fail=1
sed 1d out | cut -d, -f1 | tr '\n' ' ' > ids
[ "$(cat ids)" = '3 1 5 ' ] || fail=1

# for the eye; a terminal obeys nothing in it
printf 'id,label,text,polarity,score,evidence\n7,neg,\033[2J,pos,0.9,x\n' > esc.csv
cat > exp <<'END'
neg, guessed pos 0.9, id 7
    \x1B[2J
    x
END
returns_ 0 clamor-eval --errors 1 --table esc.csv > out || fail=1
compare exp out || fail=1
exit $fail

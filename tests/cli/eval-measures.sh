# Every measure, its place and its digits, on ten posts counted by hand.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
id,label,polarity,text
1,pos,pos,a
2,pos,pos,b
3,pos,pos,c
4,pos,neg,d
5,neg,neg,e
6, neg ,neg,f
7,neg,pos,g
8,neg,neu,h
9,neu,neu,i
10,neu,neu,j
11,,pos,nobody has labelled this
END
cat > exp <<'END'
guess,measure,class,against,value,low,high
polarity,posts,,,10,,
polarity,left_out,,,1,,
polarity,accuracy,,,0.700000,0.396778,0.892209
polarity,macro_f1,,,0.707143,,
polarity,precision,neg,,0.666667,0.207660,0.938508
polarity,recall,neg,,0.500000,0.150039,0.849961
polarity,f1,neg,,0.571429,,
polarity,support,neg,,4,,
polarity,precision,neu,,0.666667,0.207660,0.938508
polarity,recall,neu,,1.000000,0.342380,1.000000
polarity,f1,neu,,0.800000,,
polarity,support,neu,,2,,
polarity,precision,pos,,0.750000,0.300642,0.954413
polarity,recall,pos,,0.750000,0.300642,0.954413
polarity,f1,pos,,0.750000,,
polarity,support,pos,,4,,
polarity,confusion,neg,neg,2,,
polarity,confusion,neg,neu,1,,
polarity,confusion,neg,pos,1,,
polarity,confusion,neu,neg,0,,
polarity,confusion,neu,neu,2,,
polarity,confusion,neu,pos,0,,
polarity,confusion,pos,neg,1,,
polarity,confusion,pos,neu,0,,
polarity,confusion,pos,pos,3,,
END
returns_ 0 clamor-eval --draws 0 in.csv > out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# the bootstrap fills the empty places, the same with the same seed
returns_ 0 clamor-eval in.csv > one || fail=1
returns_ 0 clamor-eval --seed 1 --draws 1000 < in.csv > out || fail=1
compare one out || fail=1
sed 's/^\(polarity,[a-z_]*f1,[a-z]*,,[^,]*\),.*/\1,,/' one > out
compare exp out || fail=1
[ "$(grep -c 'f1,.*,0\.[0-9]*,[01]\.[0-9]*$' one)" -eq 4 ] || fail=1
returns_ 0 clamor-eval --seed 2 in.csv > two || fail=1
cmp -s one two && fail=1

cat > exp <<'END'
polarity: 10 posts, 1 left out

class        precision            recall               F1                  posts
neg          0.667 (0.208 0.939)  0.500 (0.150 0.850)  0.571                   4
neu          0.667 (0.208 0.939)  1.000 (0.342 1.000)  0.800                   2
pos          0.750 (0.301 0.954)  0.750 (0.301 0.954)  0.750                   4
macro-F1                                               0.707
accuracy                                               0.700 (0.397 0.892)

label\guess      neg    neu    pos
neg                2      1      1
neu                0      2      0
pos                1      0      3
END
returns_ 0 clamor-eval --draws 0 --table in.csv > out || fail=1
compare exp out || fail=1

echo 'clamor-eval: posts=10 right=7 unlabelled=1 skipped=0
clamor-eval: in=11 out=10 rejected=0 headers=0' > exp
returns_ 0 clamor-eval --stats in.csv 2> err > out || fail=1
compare exp err || fail=1
exit $fail

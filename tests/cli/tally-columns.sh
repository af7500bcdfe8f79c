# The columns of a tally, their order, and what counts where.
. "$top_srcdir/tests/init.sh"

cat > in.csv <<'END'
id,date,source,brand,author,followers,text,direction,kind,score,severity,intent,marks,answered,reply_minutes
1,2026-11-21T05:30:00Z,x,Uno,@ana,100,"tarde, como siempre",in,complaint,-0.500,2,legal,reincide,1,30
2,2026-11-21T14:30:00Z,x,"U ""dos"", y",@ana,100,bien,in,praise,0.500,0,,incentivado,0,
3,2026-11-21T15:30:00Z,x,Uno,@luis,20000,bien,,praise,0.600,0,recomienda,,1,90
4,2026-11-21T15:40:00Z,x,Uno,@uno,1000,gracias,out,,,,,,,
5,2026-11-21T16:30:00Z,x,Uno,@ana,100,aquí,in,neutral,0.000,0,,checkin,0,
6,2026-11-21T17:30:00Z,x,Uno,@bot,1,gana,in,spam,0.000,0,,,0,
END
cat > exp <<'END'
day,brand,posts,complaints,praise,mixed,questions,neutral,spam,checkins,incentivised,complaint_rate,net_sentiment,net_sentiment_opinion,score_mean,net_sentiment_reach,severity_1,severity_2,severity_3,intent_legal,intent_abandono,intent_recompra,intent_recomienda,intent_ayuda,authors,answered,reply_minutes_median,reply_minutes_p90
2026-11-20,Uno,1,1,0,0,0,0,0,0,0,1.0000,-100.00,-100.00,-0.500,-100.00,0,1,0,1,0,0,0,0,1,1,30,30
2026-11-21,"U ""dos"", y",1,0,0,0,0,0,0,0,1,0.0000,0.00,,,0.00,0,0,0,0,0,0,0,0,1,0,,
2026-11-21,Uno,3,0,1,0,0,0,1,1,0,0.0000,50.00,100.00,0.600,75.00,0,0,0,0,0,0,1,0,3,1,90,90
END
returns_ 0 clamor-tally --by day,brand --tz America/Mexico_City in.csv \
	> out 2> err || fail=1
compare exp out || fail=1
compare /dev/null err || fail=1

# from standard input, the options in other words
returns_ 0 clamor-tally --tz=America/Mexico_City --by day --by brand \
	< in.csv > out || fail=1
compare exp out || fail=1

# share and interval stand behind
returns_ 0 clamor-tally --by day,brand --tz America/Mexico_City \
	--share --interval in.csv > out || fail=1
cut -d, -f29- out > last
cat > exp <<'END'
share,complaint_rate_low,complaint_rate_high
1.0000,0.2065,1.0000
0.7500,0.0000,0.6576
END
sed 3d last > rates # its brand has a comma of its own
compare exp rates || fail=1

# without --by one row for all; an input without posts gives the header alone
returns_ 0 clamor-tally in.csv > out || fail=1
cut -d, -f1-9 out > first
cat > exp <<'END'
posts,complaints,praise,mixed,questions,neutral,spam,checkins,incentivised
5,1,1,0,0,0,1,1,1
END
compare exp first || fail=1
head -n 1 in.csv > empty.csv
returns_ 0 clamor-tally --by brand empty.csv > out || fail=1
returns_ 0 test "$(wc -l < out)" -eq 1 || fail=1

exit $fail

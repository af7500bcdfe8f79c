# The company's own posts go out.
. "$top_srcdir/tests/init.sh"
printf 'author,text\n@TelcelMX,a\nana,b\ntelcel_ayuda,c\nTELEFÓNICA,d\n' > in.csv
printf '\357\273\277telcelmx\r\n\r\n@Telcel_Ayuda\r\ntelefónica\r\n' > own.txt
cat > exp <<'X'
@TelcelMX,out
ana,
telcel_ayuda,out
TELEFÓNICA,out
X
for own in 'telcelmx,@Telcel_Ayuda, telefónica' @own.txt
do
	returns_ 0 clamor-import --own "$own" in.csv > out 2> err || fail=1
	sed 1d out | cut -d, -f5,16 > got
	compare exp got || fail=1
done
returns_ 2 clamor-import --own @none.txt in.csv > out 2> err || fail=1
echo 'clamor-import: none.txt: No such file or directory' > exp-err
compare exp-err err || fail=1
# Customer Support on Twitter says so itself
printf 'tweet_id,author_id,inbound,created_at,text\n1,a,True,,x\n2,b,False,,y\n' > in.csv
returns_ 0 clamor-import in.csv > out 2> err || fail=1
sed 1d out | cut -d, -f5,16 > got
printf 'a,in\nb,out\n' > exp
compare exp got || fail=1
exit $fail

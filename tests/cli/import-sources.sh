# Sources get one name each, from post to post; others stay as they are.
. "$top_srcdir/tests/init.sh"
printf 'id,Source,text\n1,Twitter,a\n2,Twitter,a\n3,,a\n4,SOCIALMEDIA_FACEBOOK,a\n5,"Foro, ""el"" nuestro",a\n6,X,a\n7,  ,a\n8,N/A,a\n9,twitter,a\n' > in.csv
returns_ 0 clamor-import in.csv > out 2> err || fail=1
printf '1 x\n2 x\n3\n4 facebook\n5 "Foro, ""el"" nuestro"\n6 x\n7 "  "\n8\n9 x\n' > exp
cut -d, -f1,3- out | sed -e 1d -e 's/,,*a,*$//' -e 's/,/ /' > got
compare exp got || fail=1
exit $fail

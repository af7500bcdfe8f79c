# The numbers of the rules are options, and each of them changes a verdict.
. "$top_srcdir/tests/init.sh"

cat > l.csv <<'END'
term,weight,code,role
malo,-3,producto,
plan,,producto,
gracias,2,,courtesy
bonito,5,,
pero,,,adversative
aprovecha,,,mark:oferta
END
# verdict TEXT OPTION...: kind and score
verdict() {
	post=$1
	shift
	printf 'text\n"%s"\n' "$post" |
		clamor-label --no-defaults -f ./l.csv "$@" | sed -n 2p |
		cut -d , -f 2,4
}
{
	verdict '¿es malo?'
	verdict '¿es malo?' --question-weight=1
	verdict 'malo. gracias'
	verdict 'malo. gracias' --courtesy-max=4
	verdict 'bonito pero malo'
	verdict 'bonito pero malo' --turn-share=0.65
	verdict '@a el plan de este y el plan de aquel'
	verdict '@a el plan de este y el plan de aquel' --told-min=3
	verdict 'aprovecha: es malo'
	verdict 'aprovecha: es malo' --aside-max=3
	verdict 'un plan malo para todos https://a.mx/b'
	verdict 'un plan malo para todos https://a.mx/b' --headline-min=6
} > actual
cat > expected <<'END'
question,-0.184
complaint,-0.429
complaint,-0.429
mixed,-0.200
mixed,0.111
neutral,0.111
complaint,0.000
neutral,0.000
neutral,-0.429
complaint,-0.429
neutral,-0.429
complaint,-0.429
END
compare expected actual || fail=1

returns_ 2 clamor-label --question-weight=much < /dev/null > out 2> err ||
	fail=1
grep -q "bad number 'much' for --question-weight" err || fail=1
exit $fail

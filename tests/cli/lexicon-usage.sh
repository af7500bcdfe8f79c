# Each command takes its own options.
. "$top_srcdir/tests/init.sh"

# says TEXT ARGUMENT...: status 2, that text, a hint, nothing else
says() {
	printf 'clamor-lexicon: %s\n%s\n' "$1" \
		"Try 'clamor-lexicon --help' for more information." > exp
	shift
	returns_ 2 clamor-lexicon "$@" > out 2> err < /dev/null || fail=1
	compare exp err || fail=1
	compare /dev/null out || fail=1
}
says 'say what to do: check, list, convert, merge, explain, suggest or tune'
says 'say what to do: check, list, convert, merge, explain, suggest or tune' --csv
says "unknown command 'chek': check, list, convert, merge, explain, suggest or tune" chek
says 'list takes no --csv' list --csv
says 'list takes no --strict' --strict list
says 'list takes no --errors' list --errors
says 'check takes no --lexicon' check -f slang
says 'check takes no --rated' check --rated
says 'check takes no --color' check --color=never
says 'explain takes no --csv' explain --csv hola
says "bad word 'blue' for --color (auto, always or never)" explain --color=blue a
returns_ 0 clamor-lexicon list --codes "$CLAMOR_LEXICONS/codes.csv" slang > out ||
	fail=1
returns_ 0 clamor-lexicon explain --codes "$CLAMOR_LEXICONS/codes.csv" \
	-- --hola > out || fail=1
grep '^post *--hola$' out > /dev/null || fail=1

# list: every form, quoted where needed
printf 'term,role\n"caja{|s} ~2 <num>",\n,\nmuy,intensifier\n"/a{2,3}b/",\n' |
	grep -v '^,$' > l.csv
cat > exp << 'END'
lexicon,line,role,form,term,also
l,2,,caja ~2 <num>,caja{|s} ~2 <num>,
l,2,,cajas ~2 <num>,caja{|s} ~2 <num>,
l,3,intensifier,muy,muy,
l,4,,"/a{2,3}b/","/a{2,3}b/",
END
returns_ 0 clamor-lexicon list ./l.csv > out || fail=1
compare exp out || fail=1

# and what is typed for a form: n for ñ where that may be, slang
cat > l.csv << 'END'
term,role,to
compañí{a|as} ~2 mala*,,
niñ*,,
año,,
!Ñu <num>,,
por favor,,
pf,slang,por favor
pfv,slang,Por favor
END
cat > exp << 'END'
lexicon,line,role,form,term,also
l,2,,compañia ~2 mala*,compañí{a|as} ~2 mala*,compania ~2 mala*
l,2,,compañias ~2 mala*,compañí{a|as} ~2 mala*,companias ~2 mala*
l,3,,niñ*,niñ*,
l,4,,año,año,
l,5,,!Ñu <num>,!Ñu <num>,
l,6,,por favor,por favor,pf;pfv
l,7,slang,pf,pf,
l,8,slang,pfv,pfv,
END
returns_ 0 clamor-lexicon list ./l.csv > out || fail=1
compare exp out || fail=1
exit $fail

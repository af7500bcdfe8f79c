# On a terminal hits are coloured, and nothing in a post is obeyed.
. "$top_srcdir/tests/init.sh"

printf 'id,te\033xt,text\n1,\033[2J,"mal ""y"" muy\342\200\256 mal\0\23331m"\n' > in
esc=$(printf '\033')
red="$esc[1;31m"
plain="$esc[m"
cat > exp << END
id,te\x1Bxt,text
1,\x1B[2J,"${red}mal$plain ${red}""y""$plain muy<U+202E> ${red}mal$plain\x00\x9B31m"
END
NO_COLOR=1 returns_ 0 clamor-grep --color=always -e mal -e '/"y"/' in > out ||
	fail=1
compare exp out || fail=1

# hits that overlap are one stretch of colour after the other
printf 'text\nno me llega el pedido\n' > o
cat > exp << END
text
${red}no me llega$plain$red el pedido$plain
END
returns_ 0 clamor-grep --color=always -e 'no me llega' -e 'me llega el pedido' \
	-e me o > out || fail=1
compare exp out || fail=1

# what does not match has no hits to colour
printf 'text\nbien\n' > exp
printf 'text\nmal\nbien\n' | returns_ 0 clamor-grep -v --color=always mal > out ||
	fail=1
compare exp out || fail=1

# elsewhere than on a terminal: byte for byte
for color in auto never; do
	returns_ 0 clamor-grep --color=$color mal in > out || fail=1
	compare in out || fail=1
done

script -qec true /dev/null < /dev/null > /dev/null 2>&1 || exit $fail
# on_terminal COMMAND: what it writes to one
on_terminal() {
	script -qec "$1" /dev/null < /dev/null | tr -d '\r'
}
printf 'text\n\033[2J mal\n' > in
cat > exp << END
text
\x1B[2J ${red}mal$plain
END
TERM=xterm on_terminal 'clamor-grep mal in' > out
compare exp out || fail=1
printf '%s\n' text '\x1B[2J mal' > exp
TERM=xterm NO_COLOR=1 on_terminal 'clamor-grep mal in' > out
compare exp out || fail=1
TERM=dumb on_terminal 'clamor-grep mal in' > out
compare exp out || fail=1
TERM=xterm on_terminal 'clamor-grep --color=never mal in' > out
compare exp out || fail=1
exit $fail

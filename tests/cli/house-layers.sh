# Modules include only what HACKING.md's table lets them, each library's header
# is included by one file, and nothing depends on the locale.
# shellcheck disable=SC2016
. "$top_srcdir/tests/init.sh"
lib=$top_srcdir/src/lib

# "| `module` | layer | what it does |": the rows of the table, as "layer module"
sed -n 's/^| `\([a-z0-9]*\)` | \([0-9]*\) |.*/\2 \1/p' \
	"$top_srcdir/HACKING.md" > table
[ -s table ] || exit 99

for file in "$lib"/*.c; do
	module=${file##*/}
	echo "${module%.c}"
done | sort > modules
cut -d ' ' -f 2 table | sort > listed
compare modules listed || fail=1

# a module may include its own layer's and lower ones' headers, without circles
for file in "$lib"/*.[ch]; do
	name=${file##*/}
	sed -n 's/^#include "\([a-z0-9]*\)\.h".*/\1/p' "$file" |
		sed "s/^/${name%.*} /"
done | grep -v ' config$' | awk '$1 != $2' | sort -u > includes
awk 'NR == FNR { layer[$2] = $1; next }
	!($2 in layer) { print $2 ": no such module"; next }
	layer[$2] > layer[$1] { print $1 " (" layer[$1] ") includes " $2 " (" layer[$2] ")" }' \
	table includes > upward
compare /dev/null upward || fail=1
tsort includes > /dev/null 2> circles || fail=1
compare /dev/null circles || fail=1

# filters use modules, and no other filter
grep -l '#include "clamor' "$top_srcdir"/src/*.c "$top_srcdir"/src/*/*.c > filters
compare /dev/null filters || fail=1

cd "$top_srcdir/src" || exit 99
for header in pcre2 csv utf8proc zlib zstd lzma iconv yajl/yajl_parse yaml linear; do
	users=$(grep -l "#include <$header\.h>" ./*.[ch] ./*/*.[ch])
	case $users in
	*.c) [ "$(echo "$users" | wc -l)" -eq 1 ] && continue ;;
	esac
	echo "<$header.h> is included by: $users" >&9
	fail=1
done
# in code, not in comments
sed 's,/\*.*\*/,,; /^ \* /d' ./*.[ch] ./*/*.[ch] |
	grep -nE '<ctype\.h>|\b(setlocale|strcoll|strxfrm|tolower|toupper|isalpha|isspace) *\(' \
	> "$work/locale"
compare /dev/null "$work/locale" || fail=1
exit $fail

/* test_plain.c - plain text out of HTML, pairs and TABs. */
#include "config.h"

#include <criterion/criterion.h>

#include "plain.h"

Test(plain, ways)
{
	static const struct {
		const char *why;
		enum plain how;
		const char *in, *want;
	} rows[] = {
		{"as it is", PLAIN_AS_IS, "<p>a</p>\\n\t", "<p>a</p>\\n\t"},
		{"paragraphs", PLAIN_HTML, "<p>uno</p><p>dos<br />tres</p>",
			"uno\ndos\ntres"},
		{"tags with attributes", PLAIN_HTML,
			"<a href=\"https://x.mx/?a=1&amp;b\" class='u'>@<span>ana"
			"</span></a> hola", "@ana hola"},
		{"entities", PLAIN_HTML,
			"&iquest;Qu&eacute;? &#39;s&#xED;&#39; &amp;lt; &quot;",
			"¿Qué? 'sí' &lt; \""},
		{"what is none", PLAIN_HTML, "a<3 b & c &nada; 1 < 2 &; <",
			"a<3 b & c &nada; 1 < 2 &; <"},
		{"code points that are none", PLAIN_HTML,
			"&#0; &#xD800; &#x110000; &#99999999;",
			"&#0; &#xD800; &#x110000; &#99999999;"},
		{"a tag that does not close", PLAIN_HTML, "hola <b", "hola <b"},
		{"a comment", PLAIN_HTML, "a<!-- x -->b", "ab"},
		{"nothing", PLAIN_HTML, "", ""},
		{"nothing but tags", PLAIN_HTML, "<p></p><br>", ""},
		{"pairs", PLAIN_PAIRS, "uno\\ndos\\ttres\\\\n\\", "uno\ndos tres\\n\\"},
		{"other backslashes stay", PLAIN_PAIRS, "\\o/ \\\"", "\\o/ \\\""},
		{"a title", PLAIN_TAB, "Malo\tNo abre", "Malo\nNo abre"},
	};
	struct buf out = {0};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buf_clear(&out);
		plain_add(&out, text_of(rows[i].in), rows[i].how);
		cr_expect_str_eq(buf_cstr(&out), rows[i].want, "%s",
			rows[i].why);
	}
	buf_free(&out);
}

Test(plain, names)
{
	cr_expect_eq(plain_by_name(text_of("html")), PLAIN_HTML);
	cr_expect_eq(plain_by_name(text_of("pairs")), PLAIN_PAIRS);
	cr_expect_eq(plain_by_name(text_of("tab")), PLAIN_TAB);
	cr_expect_eq(plain_by_name(text_of("")), PLAIN_AS_IS);
	cr_expect_eq(plain_by_name(text_of("xml")), PLAIN_AS_IS);
}

/* test_json.c - posts out of JSON, whole, broken, cut, enormous. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

#include "json.h"

/* The posts of a text, "path=value path=value|path=value|!reason|". */
static const char *
posts(struct text in, size_t max_record)
{
	static struct buf out;
	char path[] = "/tmp/clamor-test-XXXXXX";
	int fd = mkstemp(path);
	struct err err = {0};
	struct json_reader *r;
	struct json_post post;
	struct source *s;
	size_t i;

	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, in.p, in.len), (ssize_t)in.len);
	close(fd);
	cr_assert_eq(source_open(&s, path, false, &err), CLAMOR_OK);
	(void)unlink(path);
	r = json_reader_new(s, max_record, NULL);
	buf_clear(&out);
	while (json_next(r, true, &post, &err) == CLAMOR_OK) {
		if (post.reason != REASON_NONE)
			buf_addf(&out, "!%s", row_reason_name(post.reason));
		for (i = 0; i < post.read.n; i++) {
			const struct json_field *f = &post.read.fields[i];

			buf_addf(&out, "%s%.*s=%.*s", i ? " " : "",
				(int)f->path.len, f->path.p,
				(int)f->value.len, f->value.p);
		}
		buf_addc(&out, '|');
	}
	json_reader_free(r);
	source_close(s);
	return buf_cstr(&out);
}

struct row_of {
	const char *why, *in, *want;
};

static void
expect(const struct row_of *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		cr_expect_str_eq(posts(text_of(rows[i].in), 0), rows[i].want,
			"%s", rows[i].why);
}

Test(json, shapes)
{
	static const struct row_of rows[] = {
		{"nothing", "", ""},
		{"blanks", " \n\n", ""},
		{"an object", "{\"a\":1}", "a=1|"},
		{"lines", "{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}", "a=1|a=2|a=3|"},
		{"no line between", "{\"a\":1}{\"a\":2} {\"a\":3}",
			"a=1|a=2|a=3|"},
		{"an array", "[{\"a\":1},\n {\"a\":2}]", "a=1|a=2|"},
		{"two arrays", "[{\"a\":1}][{\"a\":2}]", "a=1|a=2|"},
		{"no posts", "[]", ""},
		{"a BOM", "\xEF\xBB\xBF[{\"a\":1}]", "a=1|"},
		{"a page", "{\"data\":[{\"a\":1},{\"a\":2}],\"paging\":"
			   "{\"x\":[{\"a\":3}]}}", "a=1|a=2|"},
		{"a page, its posts last",
			"{\"kind\":\"k\",\"items\":[ {\"a\":1} ]}", "a=1|"},
		{"pages", "{\"data\":[{\"a\":1}]}\n{\"data\":[]}\n"
			  "{\"data\":[{\"a\":2}]}", "a=1|a=2|"},
		{"no page: scalars", "{\"data\":[1,2],\"b\":3}",
			"data=1,2 b=3|"},
		{"a page without posts", "{\"total\":0,\"posts\":[]}", ""},
		{"a page without posts, what is beside them behind",
			"{\"kind\":\"k\",\"items\":[],\"info\":{\"n\":0}}", ""},
		{"pages in an array", "[{\"data\":[{\"a\":1},{\"a\":2}]},"
			"{\"n\":1,\"data\":[{\"a\":3}],\"o\":{\"a\":9}}]",
			"a=1|a=2|a=3|"},
		{"arrays in an array", "[[{\"a\":1}],[{\"a\":2}]]",
			"a=1|a=2|"},
		{"no page: a post that mentions somebody",
			"{\"id\":1,\"mentions\":[{\"id\":2}]}",
			"id=1 mentions.id=2|"},
		{"two lists of posts in a page",
			"{\"ancestors\":[{\"a\":1}],\"x\":[{\"a\":9}],"
			"\"descendants\":[{\"a\":2},{\"a\":3}]}",
			"a=1|a=2|a=3|"},
		{"no page: a post that mentions nobody",
			"{\"id\":1,\"mentions\":[]}", "id=1|"},
		{"no page: another name", "{\"comments\":[{\"a\":1}]}",
			"comments.a=1|"},
		{"an archive of X", "window.YTD.tweets.part0 = [ {\n"
				    "  \"tweet\" : {\"a\" : \"1\"}\n} ];\n"
				    "window.YTD.tweets.part1 = [{\"a\":2}]",
			"tweet.a=1|a=2|"},
		{"objects in objects", "{\"a\":{\"b\":{\"c\":1},\"d\":2},\"e\":3}",
			"a.b.c=1 a.d=2 e=3|"},
		{"arrays in objects", "{\"a\":[\"x\",\"y\"],\"b\":[{\"c\":1},"
				      "{\"c\":2}],\"d\":[]}",
			"a=x,y b.c=1 b.c=2|"},
		{"null is nothing", "{\"a\":null,\"b\":true,\"c\":false}",
			"b=true c=false|"},
		{"names with dots and none", "{\"a.b\":1,\"\":2}",
			"a.b=1 =2|"},
	};

	expect(rows, sizeof(rows) / sizeof(rows[0]));
}

Test(json, values)
{
	static const struct row_of rows[] = {
		{"digit for digit",
			"{\"id\":12345678901234567890123,\"n\":1.50e+400}",
			"id=12345678901234567890123 n=1.50e+400|"},
		{"escapes", "{\"a\":\"\\\"\\\\\\/\\n\\u00f1\"}",
			"a=\"\\/\n\xC3\xB1|"},
		{"a pair of surrogates", "{\"a\":\"\\ud83d\\uDE21\"}",
			"a=\xF0\x9F\x98\xA1|"},
		{"lone ones", "{\"a\":\"\\ud83d x \\udE21\\ud83d\"}",
			"a=\xEF\xBF\xBD x \xEF\xBF\xBD\xEF\xBF\xBD|"},
		{"a high one before a letter", "{\"a\":\"\\ud83d\\u0041\"}",
			"a=\xEF\xBF\xBD" "A|"},
		{"an escaped backslash before u", "{\"a\":\"\\\\ud83d\"}",
			"a=\\ud83d|"},
		{"brackets in strings", "{\"a\":\"}{][\\\"}\"}", "a=}{][\"}|"},
		{"a name given twice", "{\"a\":1,\"a\":2}", "a=1 a=2|"},
	};

	expect(rows, sizeof(rows) / sizeof(rows[0]));
}

Test(json, damage)
{
	static const struct row_of rows[] = {
		{"a word", "x\n{\"a\":1}", "!broken-json|a=1|"},
		{"no object", "null\n17\n{\"a\":1}",
			"!broken-json|!broken-json|a=1|"},
		{"no value", "{\"a\":1}\n{\"a\":}\n{\"a\":2}",
			"a=1|!broken-json|a=2|"},
		{"no end of a string", "{\"a\":\"x}\n{\"a\":2}",
			"!broken-json|a=2|"},
		{"an escaped end of line", "{\"a\":\"x\\\n{\"a\":2}",
			"!broken-json|a=2|"},
		{"no closing bracket", "{\"a\":1\n{\"a\":2}",
			"!broken-json|a=2|"},
		{"the wrong bracket", "{\"a\":[1}\n{\"a\":2}",
			"!broken-json|a=2|"},
		{"one bad post in an array", "[{\"a\":1},{\"a\":tru},{\"a\":2}]",
			"a=1|!broken-json|a=2|"},
		{"one bad line in an array",
			"[\n{\"a\":1},\n{\"a\":\"x},\n{\"a\":2}\n]",
			"a=1|!broken-json|a=2|"},
		{"cut in a line", "{\"a\":1}\n{\"a\":", "a=1|!cut-off|"},
		{"cut in a string", "{\"a\":1}\n{\"a\":\"x", "a=1|!cut-off|"},
		{"cut in an array", "[{\"a\":1},{\"a\":2", "a=1|!cut-off|"},
		{"cut between posts", "[{\"a\":1},", "a=1|!cut-off|"},
		{"cut in a page", "{\"data\":[{\"a\":1}],\"pag", "a=1|!cut-off|"},
		{"a bad page is not taken for posts",
			"{\"data\":[{\"a\":1},{\"b\":\"x\n  {\"c\":3}]}\n"
			"{\"a\":2}", "a=1|!broken-json|a=2|"},
	};

	expect(rows, sizeof(rows) / sizeof(rows[0]));
}

Test(json, limits)
{
	struct buf in = {0}, want = {0};
	size_t i;

	for (i = 0; i < 1000; i++) { /* over many blocks of input */
		buf_addf(&in, "{\"a\":%zu,\"b\":\"", i);
		buf_addf(&want, "a=%zu b=", i);
		for (size_t k = 0; k < i; k++) {
			buf_addc(&in, 'x');
			buf_addc(&want, 'x');
		}
		buf_adds(&in, "\"}\n");
		buf_addc(&want, '|');
	}
	cr_expect_str_eq(posts(buf_text(&in), 0), buf_cstr(&want));

	buf_clear(&in);
	buf_adds(&in, "{\"a\":\"");
	for (i = 0; i < 500000; i++)
		buf_addc(&in, 'x');
	buf_adds(&in, "\"}{\"a\":1}");
	cr_expect_str_eq(posts(buf_text(&in), 1000), "!too-long|a=1|");

	buf_clear(&in);
	for (i = 0; i < 100000; i++)
		buf_adds(&in, "{\"a\":");
	buf_adds(&in, "1");
	for (i = 0; i < 100000; i++)
		buf_adds(&in, "}");
	buf_adds(&in, "\n{\"b\":1}");
	cr_expect_str_eq(posts(buf_text(&in), 0), "!broken-json|b=1|");

	buf_clear(&in);
	buf_adds(&in, "{\"");
	for (i = 0; i < 1000; i++)
		buf_addc(&in, 'k');
	buf_adds(&in, "\":1,\"b\":2}");
	cr_expect_str_eq(posts(buf_text(&in), 0), "b=2|");
	buf_free(&in);
	buf_free(&want);
}

Test(json, beginnings)
{
	static const struct {
		const char *in;
		bool want;
	} rows[] = {{"{\"a\":1}", true}, {" \n[ {", true}, {"[]", true},
		{"{}", true}, {"\xEF\xBB\xBF[{", true},
		{"window.YTD.tweet.part0 = [", true}, {"[[1", true}, {"", false},
		{"id,text\n", false}, {"[id],text\n", false},
		{"{id},text\n", false}, {"\"{\",b\n", false}};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_eq(jsonscan_begins(text_of(rows[i].in)), rows[i].want,
			"%s", rows[i].in);
}

Test(json, going_on)
{
	static const struct row_of rows[] = {
		{"a bracket that does not fit costs its post alone",
			"[{\"id\":1,\"t\":[1]},{\"id\":2,\"t\":[2},"
			"{\"id\":3,\"t\":[3]},{\"id\":4,\"t\":[4]}]",
			"id=1 t=1|!broken-json|id=3 t=3|id=4 t=4|"},
		{"also in a page, and nothing beside its posts is one",
			"{\"data\":[{\"id\":1,\"t\":1},{\"id\":2,\"t\":2],"
			"{\"id\":3,\"t\":3}],\"more\":[{\"id\":4,\"x\":1},"
			"{\"id\":5,\"x\":2}]}\n{\"id\":6}",
			"id=1 t=1|!broken-json|id=3 t=3|id=6|"},
		{"objects inside of the broken one begin otherwise",
			"[{\"id\":1,\"t\":1,\"u\":[{\"id\":9,\"n\":1]},"
			"{\"id\":8,\"n\":1},{\"id\":2,\"t\":2}]",
			"!broken-json|id=2 t=2|"},
		{"or are of another type",
			"[{\"type\":\"r\",\"id\":1]},{\"type\":\"s\",\"id\":2},"
			"{\"type\":\"r\",\"id\":3}]",
			"!broken-json|type=r id=3|"},
		{"indented posts",
			"[\n  {\n    \"a\": [1},\n    \"b\": {\n    }\n  },\n"
			"  {\n    \"a\": 2\n  }\n]",
			"!broken-json|a=2|"},
		{"indented otherwise",
			"[\n  {\n    \"a\": [1}\n },\n    {\"a\": 2}\n]\n"
			"{\"a\":3}",
			"!broken-json|a=3|"},
		{"nothing to go by: up to the next line",
			"[{\"a\":[1}},{\"a\":2}]\n{\"a\":3}",
			"!broken-json|a=3|"},
		{"a quote is missing, one is too many",
			"[{\"a\":\"x,\"b\":1},{\"a\":\"y\",\"b\":2},"
			"{\"a\":\"z\"\",\"b\":3},{\"a\":\"w\",\"b\":4}]",
			"!broken-json|a=y b=2|!broken-json|a=w b=4|"},
		{"deeper than the others",
			"[{\"a\":1,\"b\":2},[{\"a\":1,\"b\":3}]]\n{\"a\":4}",
			"a=1 b=2|!broken-json|a=4|"},
		{"what stands between them is broken",
			"[{\"a\":1,\"b\":2}x{\"a\":3,\"b\":4} {\"a\":5,\"b\":6}]",
			"a=1 b=2|!broken-json|a=3 b=4|a=5 b=6|"},
		{"a text that looks like a post",
			"[{\"a\":\"x\",\"b\":[},{\"a\":\"},{\\\"a\\\":1,"
			"\\\"b\\\":2}\",\"b\":3}]",
			"!broken-json|a=},{\"a\":1,\"b\":2} b=3|"},
	};

	expect(rows, sizeof(rows) / sizeof(rows[0]));
}

/* What is known to be hard for readers of JSON: each is one post and a good
 * one behind it, which must not be lost. */
Test(json, hard_values)
{
	static const struct row_of rows[] = {
		{"a number is kept digit for digit",
			"{\"a\":123456789012345678901234567890,\"b\":-0,"
			"\"c\":1e999,\"d\":1.50,\"e\":-1E-7}",
			"a=123456789012345678901234567890 b=-0 c=1e999 "
			"d=1.50 e=-1E-7|"},
		{"of a name that is there twice, both", "{\"a\":1,\"a\":2}",
			"a=1 a=2|"},
		{"an empty name", "{\"\":1,\"b\":{\"\":2}}", "=1 b.=2|"},
		{"dots in names", "{\"a.b\":1}", "a.b=1|"},
		{"a lone surrogate is mended",
			"{\"a\":\"\\ud800\",\"b\":\"\\udfff\\ud83d\\ude21\","
			"\"c\":\"\\ud83d\\ud83d\\ude21\"}",
			"a=\uFFFD b=\uFFFD😡 c=\uFFFD😡|"},
		{"in a name, too", "{\"\\ud800\":1}", "\uFFFD=1|"},
		{"capital digits", "{\"a\":\"\\u00F1\\u00f1\"}", "a=ññ|"},
		{"escapes", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
			"a=\"\\/\b\f\n\r\t|"},
		{"two backslashes are no escape",
			"{\"a\":\"\\\\ud800\",\"b\":\"\\\\\"}",
			"a=\\ud800 b=\\|"},
		{"what may be in strings as it is",
			"{\"a\":\"\x7F é \xE2\x80\xA8 😡\"}",
			"a=\x7F é \xE2\x80\xA8 😡|"},
		{"no UTF-8 is let pass, to be mended later",
			"{\"a\":\"caf\xE9\"}", "a=caf\xE9|"},
		{"true, false; null is nothing",
			"{\"a\":true,\"b\":false,\"c\":null,\"d\":[null,1]}",
			"a=true b=false d=1|"},
		{"empty things", "{\"a\":{},\"b\":[],\"c\":\"\"}", "c=|"},
		{"an empty post", "{}", "|"},
		{"blanks everywhere", " \t{ \"a\" :\r\n [ 1 , 2 ] } ",
			"a=1,2|"},
		{"arrays in arrays", "{\"a\":[[1,2],[3,[4]]]}", "a=1,2,3,4|"},
		{"scalars between documents are nothing",
			"{\"a\":1}\n42\n\"x\"\nnull\n{\"a\":2}",
			"a=1|!broken-json|!broken-json|!broken-json|a=2|"},
	};

	expect(rows, sizeof(rows) / sizeof(rows[0]));
}

Test(json, hard_errors)
{
	static const char *const bad[] = { "{\"a\":1,}", "{,\"a\":1}",
		"{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\":}", "{\"a\"}",
		"{a:1}", "{'a':1}", "{\"a\":'1'}", "{\"a\":[1,]}",
		"{\"a\":[,1]}", "{\"a\":[1 2]}", "{\"a\":01}", "{\"a\":.5}",
		"{\"a\":1.}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":0x1}",
		"{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":tru}",
		"{\"a\":True}", "{\"a\":nul}", "{\"a\":\"\\x\"}",
		"{\"a\":\"\\u12\"}", "{\"a\":\"\\u123g\"}", "{\"a\":\"\\\"}",
		"{\"a\":1 // x\n}", "{\"a\":\"\x01\"}", "{\"a\":\"\t\"}",
		"{\"a\":1]", "{\"a\":[1}", "{1:2}", "{null:1}",
		"{\"a\":\"b\"\"c\"}", "{\"a\":\xEF\xBB\xBF" "1}" };
	struct buf in = { 0 };
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		buf_clear(&in);
		buf_addf(&in, "%s\n{\"b\":2}\n", bad[i]);
		cr_expect_str_eq(posts(buf_text(&in), 0),
			"!broken-json|b=2|", "%s", bad[i]);
	}
	buf_free(&in);
}

Test(json, hard_nesting)
{
	struct buf in = { 0 };
	size_t depth, i;

	for (depth = 62; depth <= 66; depth++) { /* the post is one more */
		buf_clear(&in);
		buf_adds(&in, "{\"a\":");
		for (i = 0; i < depth; i++)
			buf_addc(&in, '[');
		buf_addc(&in, '1');
		for (i = 0; i < depth; i++)
			buf_addc(&in, ']');
		buf_adds(&in, "}\n{\"b\":2}");
		cr_expect_str_eq(posts(buf_text(&in), 0),
			depth < JSON_DEPTH_MAX ? "a=1|b=2|"
					       : "!broken-json|b=2|",
			"%zu", depth);
	}
	/* brackets without end */
	buf_clear(&in);
	for (depth = 0; depth < 100000; depth++)
		buf_addc(&in, '[');
	buf_adds(&in, "\n{\"b\":2}");
	cr_expect_str_eq(posts(buf_text(&in), 0), "b=2|!cut-off|");
	buf_clear(&in);
	for (depth = 0; depth < 100000; depth++)
		buf_adds(&in, "{\"a\":");
	buf_adds(&in, "0\n{\"b\":2}");
	cr_expect_str_eq(posts(buf_text(&in), 0), "!broken-json|b=2|");
	buf_free(&in);
}

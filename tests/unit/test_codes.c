/* test_codes.c - the routing table of a company. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"

Test(codes, cells)
{
	struct codes *c = codes_of("code;area;about;stage\n"
				   "# the first\n"
				   "cobro;finanzas;x, y;pago\n"
				   "entrega_tarde;logistica;;entrega\n"
				   "a1_;;;\n");
	unsigned late = codes_find(c, text_of("entrega_tarde"));

	cr_expect_eq(codes_count(c), 3);
	cr_expect_eq(late, 2, "by the order of the file");
	cr_expect(text_is(codes_name(c, late), "entrega_tarde"));
	cr_expect(text_is(codes_area(c, late), "logistica"));
	cr_expect(text_is(codes_stage(c, late), "entrega"));
	cr_expect_eq(codes_find(c, text_of("entrega")), CODE_NONE);
	cr_expect_eq(codes_find(c, text_of("")), CODE_NONE);
	cr_expect_eq(codes_name(c, CODE_NONE).len, 0);
	cr_expect_eq(codes_area(c, CODE_NONE).len, 0);
	cr_expect_eq(codes_stage(c, CODE_NONE).len, 0);
	codes_free(c);
	codes_free(NULL);
}

Test(codes, nearest)
{
	struct codes *c = codes_of(lexfile_codes);

	cr_expect(text_is(codes_name(c, codes_nearest(c, text_of("cobo"))),
		"cobro"));
	cr_expect(text_is(codes_name(c, codes_nearest(c, text_of("entrga"))),
		"entrega_tarde"));
	cr_expect_eq(codes_nearest(c, text_of("xyz")), CODE_NONE);
	codes_free(c);
}

Test(codes, refused)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "no stage", "code,area\ncobro,x\n", "1: a codes file needs "
			"the columns code, area and stage" },
		{ "no code", "kode,area,stage\n", "1: a codes file needs the "
			"columns code, area and stage" },
		{ "twice", "code,area,stage\na,,\nb,,\na,,\n",
			"4: code 'a' stands twice" },
		{ "a capital", "code,area,stage\nCobro,,\n", "2: 'Cobro' is no "
			"code: lower-case letters, digits and _" },
		{ "an accent", "code,area,stage\ntrámite,,\n", "2: 'trámite' "
			"is no code: lower-case letters, digits and _" },
		{ "a blank", "code,area,stage\na b,,\n", "2: 'a b' is no "
			"code: lower-case letters, digits and _" },
		{ "empty", "code,area,stage\n,x,y\n", "2: '' is no code: "
			"lower-case letters, digits and _" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		char *path = file_of(rows[i].in, strlen(rows[i].in));
		struct err err = { 0 };
		struct codes *c;
		char got[1024];

		cr_expect_eq(codes_read(&c, path, &err), CLAMOR_EINVAL, "%s",
			rows[i].why);
		(void)snprintf(got, sizeof(got), "%zu: %s", err.line,
			err.text);
		cr_expect_str_eq(got, rows[i].want, "%s", rows[i].why);
		cr_expect_str_eq(err.file, path);
		file_gone(path);
	}
}

Test(codes, no_such_file)
{
	struct err err = { 0 };
	struct codes *c;

	cr_expect_eq(codes_read(&c, "/nonexistent/codes.csv", &err),
		CLAMOR_ENOTFOUND);
}

/* test_authors.c - whose posts are the company's own. */
#include "config.h"

#include <criterion/criterion.h>

#include "authors.h"

Test(authors, a_list_is_blind_to_case_accents_and_at)
{
	static const struct {
		const char *name;
		bool want;
	} rows[] = { { "TelcelMX", true }, { "@telcelmx", true },
		{ " TELCELMX ", true }, { "telefonica", true },
		{ "Telefónica", true }, { "telcel", false }, { "", false },
		{ "@", false }, { "telcelmx2", false } };
	struct authors *a;
	size_t i;

	cr_assert_eq(authors_open(&a, "telcelmx,, @Ayuda ,TELEFÓNICA", NULL),
		CLAMOR_OK);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_eq(authors_has(a, text_of(rows[i].name)),
			rows[i].want, "'%s'", rows[i].name);
	authors_free(a);
}

Test(authors, an_empty_list_has_nobody)
{
	struct authors *a;

	cr_assert_eq(authors_open(&a, "", NULL), CLAMOR_OK);
	cr_expect_not(authors_has(a, text_of("")));
	cr_expect_not(authors_has(a, text_of("x")));
	cr_expect_not(authors_has(NULL, text_of("x")));
	authors_free(a);
}

Test(authors, a_file_that_is_not_there)
{
	struct authors *a;
	struct err err = { 0 };

	cr_expect_eq(authors_open(&a, "@/no/such/file", &err),
		CLAMOR_ENOTFOUND);
	cr_expect_null(a);
	cr_expect_str_eq(err.file, "/no/such/file");
}

/* test_nearest.c - what is offered for a misspelt name. */
#include "config.h"

#include "lexfile.h"
#include "nearest.h"

static const char *const names[] = { "negator", "intensifier", "entrega_error",
	"entrega_tarde", "entrega", "cobro", "trato", "no", "",
	"a_name_of_more_than_sixty_four_bytes_that_nobody_would_ever_type_x" };

#define NAMES ROWS(names)

static const char *
offered(const char *wanted, size_t from)
{
	struct nearest n = nearest_begin(text_of(wanted));
	size_t i;

	for (i = from; i < NAMES; i++)
		nearest_try(&n, text_of(names[i]), i);
	i = nearest_found(&n, NAMES);
	return i < NAMES ? names[i] : "(none)";
}

Test(nearest, offers)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "itself", "cobro", "cobro" },
		{ "a letter missing", "cobr", "cobro" },
		{ "a letter too many", "coobro", "cobro" },
		{ "a letter changed", "cobra", "cobro" },
		{ "two changed of eleven", "intensivier", "intensifier" },
		{ "too far", "cxxxo", "(none)" },
		{ "nothing like it", "zzz", "(none)" },
		{ "nothing", "", "" },
		{ "a whole name before a part of one", "entrga", "entrega" },
		{ "the end counts", "entrega_trde", "entrega_tarde" },
		{ "brief names need to be exact", "na", "(none)" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(offered(rows[i].in, 0), rows[i].want, "%s",
			rows[i].why);
}

Test(nearest, a_part_before_an_underscore)
{
	struct nearest n = nearest_begin(text_of("entrga"));

	nearest_try(&n, text_of("entrega_tarde"), 7);
	nearest_try(&n, text_of("entrega_error"), 8);
	cr_expect_eq(nearest_found(&n, 0), 7, "the first of equals");
	nearest_try(&n, text_of("entrgas"), 9);
	cr_expect_eq(nearest_found(&n, 0), 9, "a whole name");
}

Test(nearest, long_names_are_not_compared)
{
	cr_expect_str_eq(offered(names[NAMES - 1], 0), "(none)");
}

/* test_waits.c - waiting times that texts state. */
#include "config.h"

#include "lexfile.h"
#include "waits.h"

Test(waits, texts)
{
	static const struct {
		const char *why, *in;
		int64_t want;
	} rows[] = {
		{ "nothing", "", WAITS_NONE },
		{ "no time", "llevo mucho esperando", WAITS_NONE },
		{ "hours in digits", "llevo 3 horas esperando", 180 },
		{ "in letters", "llevo tres horas esperando", 180 },
		{ "weeks", "desde hace dos semanas", 20160 },
		{ "half an hour", "media hora de espera", 30 },
		{ "an hour and a half", "esperé una hora y media", 90 },
		{ "a year and a half", "espero hace un año y medio", 788400 },
		{ "a decimal", "esperando 1,5 horas", 90 },
		{ "a decimal point", "esperando 2.5 horas", 150 },
		{ "together", "45min esperando", 45 },
		{ "together, hours", "llevo 3h", 180 },
		{ "tens and ones", "espero cuarenta y cinco minutos", 45 },
		{ "not over a sentence", "hay cuarenta y. espero cinco minutos",
			5 },
		{ "an hour and a half, bare", "hora y media esperando", 90 },
		{ "and a quarter", "esperé dos horas y cuarto", 135 },
		{ "a pair", "esperé un par de horas", 120 },
		{ "a month is 30 days", "sin servicio 1 mes", 43200 },
		{ "the longest counts", "tardaron 20 minutos, luego 2 horas",
			120 },
		{ "a range", "esperé 2-3 horas", 180 },
		{ "not of waiting", "abrimos 24 horas", WAITS_NONE },
		{ "another sentence waits", "abrimos 24 horas. Espero",
			WAITS_NONE },
		{ "a number of another sentence",
			"compré 3. Horas esperando", WAITS_NONE },
		{ "loyalty is no wait", "llevo 10 años de cliente",
			WAITS_NONE },
		{ "but a day without service is", "soy cliente y llevo 2 dias "
			"sin internet", 2880 },
		{ "too long to be one", "espero hace 20 años", WAITS_NONE },
		{ "a huge number", "espero 99999999999999999999 horas",
			WAITS_NONE },
		{ "of a thousand nobody knows", "espero 1.500 horas",
			WAITS_NONE },
		{ "capitals and elongation", "LLEVO 3 HORAS ESPERANDO", 180 },
	};
	struct fold *folder = fold_new();
	struct post post = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		post_read(&post, folder, NULL, text_of(rows[i].in));
		cr_expect_eq(waits_longest(&post), rows[i].want, "%s: %" PRId64,
			rows[i].why, waits_longest(&post));
	}
	post_free(&post);
	fold_free(folder);
}

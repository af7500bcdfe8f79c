/* countries.c - countries by their codes. */
#include "config.h"

#include <stdbool.h>
#include <string.h>

#include "countries.h"
#include "nearest.h"

const char *const countries[] = { "ar", "cl", "co", "es", "mx", "pe", NULL };

/* What people type for them, for the suggestion. */
static const struct {
	const char *name, *code;
} names[] = {
	{ "argentina", "ar" },
	{ "arg", "ar" },
	{ "chile", "cl" },
	{ "chl", "cl" },
	{ "colombia", "co" },
	{ "col", "co" },
	{ "espana", "es" },
	{ "esp", "es" },
	{ "mexico", "mx" },
	{ "mex", "mx" },
	{ "peru", "pe" },
	{ "per\xC3\xBA", "pe" },
	{ "per", "pe" },
};

#define NNAMES (sizeof(names) / sizeof(names[0]))

static bool
is_code(const char *code, const char *typed)
{
	return strlen(typed) == 2 && (typed[0] | 0x20) == code[0] &&
		(typed[1] | 0x20) == code[1];
}

const char *
country_by_code(const char *code, struct err *err)
{
	struct nearest near = nearest_begin(text_of(code));
	struct buf text = { 0 };
	size_t i, found;

	for (i = 0; countries[i] != NULL; i++)
		if (is_code(countries[i], code))
			return countries[i];
	buf_addf(&text, "unknown country '%s'", code);
	for (i = 0; i < NNAMES; i++)
		nearest_try(&near, text_of(names[i].name), i);
	found = nearest_found(&near, NNAMES);
	if (found < NNAMES)
		buf_addf(&text, " (did you mean '%s'?)", names[found].code);
	for (i = 0; countries[i] != NULL; i++)
		buf_addf(&text, "%s %s", i > 0 ? "," : "; there are",
			countries[i]);
	(void)err_set(err, CLAMOR_EINVAL, "%s", buf_cstr(&text));
	buf_free(&text);
	return NULL;
}

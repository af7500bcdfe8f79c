/* command.c - what clamor-lexicon's commands share. */
#include "config.h"

#include <inttypes.h>

#include "command.h"
#include "lexpath.h"
#include "number.h"

bool
command_add_files(struct lexicon *lex, const struct opts *o,
	lexicon_problem *problem, void *ctx)
{
	char *const *names = o->operands;
	struct buf path = { 0 };
	struct err err = { 0 };
	bool shipped = *names == NULL, found = true;
	enum rc rc;

	if (shipped)
		names = (char *const *)lexload_defaults;
	if (lexpath_find(&path, "different", &err) == CLAMOR_OK &&
		lexicon_add_different(lex, path.p, &err) != CLAMOR_OK)
		problem(ctx, &err);
	if (lexpath_find(&path, "ordinary", &err) == CLAMOR_OK &&
		lexicon_add_ordinary(lex, path.p, &err) != CLAMOR_OK)
		problem(ctx, &err);
	for (; *names != NULL; names++) {
		rc = lexpath_find(&path, *names, &err);
		if (rc == CLAMOR_OK)
			rc = lexicon_add(lex, path.p, problem, ctx);
		else
			diag_err(&err);
		found &= rc != CLAMOR_ENOTFOUND && rc != CLAMOR_EIO;
	}
	if (shipped) {
		rc = lexload_packs(
			lex, o->lexload.country, false, problem, ctx);
		found &= rc != CLAMOR_ENOTFOUND && rc != CLAMOR_EIO;
	}
	buf_free(&path);
	if (!found)
		diag_raise(EXIT_TROUBLE);
	return found;
}

uint64_t
command_number(const char *option, uint64_t least, uint64_t most)
{
	int64_t v;

	if (!number_whole(text_of(optarg), &v) || v < (int64_t)least ||
		v > (int64_t)most)
		cli_usage_error("bad number '%s' for %s (%" PRIu64
				" to %" PRIu64 ")",
			optarg, option, least, most);
	return (uint64_t)v;
}

/* brands.c - the first brand hit of a text. */
#include "config.h"

#include <stdlib.h>

#include "brands.h"
#include "matcher.h"
#include "xalloc.h"

struct brands {
	struct matcher *matcher;
	struct hits hits;
	struct buf plain; /* the text without the @ of its handles */
};

struct brands *
brands_new(const struct lexicon *lex)
{
	struct brands *b = xcalloc(1, sizeof(*b));

	b->matcher = matcher_new(lex);
	return b;
}

void
brands_free(struct brands *b)
{
	if (b == NULL)
		return;
	matcher_free(b->matcher);
	hits_free(&b->hits);
	buf_free(&b->plain);
	free(b);
}

struct text
brands_find(struct brands *b, struct text text)
{
	size_t i;

	/* a handle is one token of its own; without the @ it is words */
	buf_clear(&b->plain);
	for (i = 0; i < text.len; i++)
		buf_addc(&b->plain,
			text.p[i] == '@' || text.p[i] == '_' ? ' ' : text.p[i]);
	/* a limit of an expression may hide a brand: then it stays unknown */
	(void)!matcher_find_only(b->matcher, buf_text(&b->plain), &b->hits);
	for (i = 0; i < b->hits.n; i++)
		if (b->hits.v[i].entry->role == ROLE_BRAND)
			return b->hits.v[i].entry->to;
	return text_of("");
}

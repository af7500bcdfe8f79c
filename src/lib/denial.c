/* denial.c - faults that are told by a no. */
#include "config.h"

#include "denial.h"
#include "listed.h"
#include "writing.h"

/* Articles, prepositions and conjunctions: what is denied is no verb. */
LISTED(contrast, TEXT("el"), TEXT("un"), TEXT("una"), TEXT("mi"), TEXT("tu"),
	TEXT("este"), TEXT("esta"), TEXT("a"), TEXT("al"), TEXT("como"),
	TEXT("con"), TEXT("de"), TEXT("del"), TEXT("desde"), TEXT("en"),
	TEXT("entre"), TEXT("para"), TEXT("por"), TEXT("porque"), TEXT("sobre"),
	TEXT("y"), TEXT("o"), TEXT("pero"));

/* What the writer is, has, does or thinks. */
LISTED(mine, TEXT("soy"), TEXT("estoy"), TEXT("tengo"), TEXT("he"),
	TEXT("hemos"), TEXT("creo"), TEXT("creemos"), TEXT("pienso"),
	TEXT("quiero"), TEXT("queremos"), TEXT("digo"), TEXT("hablo"),
	TEXT("hablamos"), TEXT("conozco"), TEXT("entiendo"), TEXT("necesito"),
	TEXT("recuerdo"), TEXT("veo"), TEXT("vivo"), TEXT("queria"),
	TEXT("quise"), TEXT("sabia"), TEXT("supe"), TEXT("esperaba"),
	TEXT("pensaba"), TEXT("imaginaba"), TEXT("queriamos"), TEXT("sabiamos"),
	TEXT("esperabamos"));

/* Does a sentence begin at token i, accounts that it speaks to left out? */
static bool
begins(const struct post *p, size_t i)
{
	return p->tokens[i].flags & TOKEN_FIRST ||
		p->tokens[i - 1].kind == TOKEN_USER;
}

static bool
is_infinitive(struct text w)
{
	const char *end = w.p + w.len;

	if (w.len > 4 &&
		(memcmp(end - 2, "se", 2) == 0 ||
			memcmp(end - 2, "lo", 2) == 0))
		end -= 2;
	return end - w.p > 3 && end[-1] == 'r' &&
		memchr("aei", end[-2], 3) != NULL;
}

bool
denial_is_fault(const struct post *p, const struct hit *negator)
{
	uint32_t i = negator->last;
	struct text next;

	if (!text_is(post_word(p, i), "no"))
		return true;
	if (writing_ends_part(p, i))
		return false;
	next = post_word(p, i + 1);
	if (begins(p, i) && is_infinitive(next))
		return false;
	if (text_is(next, "se") && writing_ends_part(p, i + 1))
		return false; /* "no sé." */
	return !listed_has(&contrast, next) && !listed_has(&mine, next);
}

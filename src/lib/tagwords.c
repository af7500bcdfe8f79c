/* tagwords.c - tags cut by the vocabulary, from the left, shortest way. */
#include "config.h"

#include "tagwords.h"
#include "utf8.h"

#define SHORTEST 6
#define LONGEST 48      /* bytes of a part */
#define WORD_LONGEST 16 /* of a word in it */
#define LEAST 4         /* of one of its words at least */

#define WORD_COST 2
#define STEM_COST 5
#define END_COST 1

/* Words of one and two letters that may stand in a tag; others of the
 * vocabulary are abbreviations more often than not. */
static const struct text small[] = { TEXT("a"), TEXT("y"), TEXT("al"),
	TEXT("de"), TEXT("el"), TEXT("en"), TEXT("es"), TEXT("la"), TEXT("le"),
	TEXT("lo"), TEXT("me"), TEXT("mi"), TEXT("ni"), TEXT("no"), TEXT("se"),
	TEXT("si"), TEXT("su"), TEXT("te"), TEXT("tu"), TEXT("un"),
	TEXT("ya") };

/* Longer words that no tag ends with; ordinary ones may (quejarlos, rentadas,
 * llamamos). */
static const struct text never_last[] = { TEXT("los"), TEXT("las"), TEXT("les"),
	TEXT("nos"), TEXT("que"), TEXT("con"), TEXT("por"), TEXT("del"),
	TEXT("una"), TEXT("sus"), TEXT("mis"), TEXT("sin"), TEXT("das"),
	TEXT("dos"), TEXT("tos"), TEXT("eres"), TEXT("ramos"), TEXT("amos"),
	TEXT("ente"), TEXT("mente"), TEXT("miento"), TEXT("seis"),
	TEXT("telas"), TEXT("ando"), TEXT("ame"), TEXT("ole"), TEXT("das") };

/* And words that none begins with, but many an ordinary word does. */
static const struct text never_first[] = { TEXT("al"), TEXT("de"), TEXT("en"),
	TEXT("se"), TEXT("a"), TEXT("con"), TEXT("del"), TEXT("pro"),
	TEXT("sub"), TEXT("tras"), TEXT("sobre"), TEXT("contra"), TEXT("par"),
	TEXT("ver"), TEXT("sol"), TEXT("mar"), TEXT("entre"), TEXT("por"),
	TEXT("sal"), TEXT("des"), TEXT("ante"), TEXT("tele"), TEXT("super"),
	TEXT("auto"), TEXT("mini"), TEXT("micro"), TEXT("multi"), TEXT("pre"),
	TEXT("re"), TEXT("anti"), TEXT("semi"), TEXT("es"), TEXT("post") };

static bool
is_listed(const struct text *list, size_t n, struct text w)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_eq(w, list[i]))
			return true;
	return false;
}

#define IS_LISTED(list, w) is_listed(list, sizeof(list) / sizeof(list[0]), w)

/* What a word adds to the cost of a way; 0 if it cannot stand there. Slang
 * cannot: it is too near to anything. What a stem begins can be the last word
 * only, or it would swallow the next one. */
static unsigned
cost_of(const struct vocab *v, struct text w, bool first, bool last)
{
	uint32_t id;

	if (w.len < 3 && (last || !IS_LISTED(small, w)))
		return 0;
	if ((last && IS_LISTED(never_last, w)) ||
		(first && IS_LISTED(never_first, w)))
		return 0;
	id = vocab_find(v, w);
	if (id != 0)
		return vocab_is_slang(v, id) ? 0 : WORD_COST;
	return last && vocab_knows_nearly(v, w) ? STEM_COST : 0;
}

/* The cheapest way from a byte to the end. */
struct way {
	uint8_t cost;  /* 0: there is none */
	uint8_t first; /* bytes of the first word */
};

/* The best of the ways from byte i, the ways behind it being known. */
static struct way
best_at(const struct vocab *v, struct text part, size_t i,
	const struct way ways[LONGEST + 1])
{
	struct way best = { 0, 0 };
	size_t n, most = part.len - i;

	if (most > WORD_LONGEST)
		most = WORD_LONGEST;
	for (n = most; n > 0; n--) {
		unsigned cost = ways[i + n].cost, word;

		if (cost == 0)
			continue;
		word = cost_of(v, (struct text){ part.p + i, n }, i == 0,
			i + n == part.len);
		if (word > 0 && (best.cost == 0 || cost + word < best.cost))
			best = (struct way){ (uint8_t)(cost + word),
				(uint8_t)n };
	}
	return best;
}

size_t
tagwords_cut(const struct vocab *v, struct text part, size_t ends[TAGWORDS_MAX])
{
	struct way ways[LONGEST + 1] = { { 0, 0 } };
	size_t i, n = 0, longest = 0;

	if (part.len < SHORTEST || part.len > LONGEST ||
		vocab_knows_nearly(v, part))
		return 0;
	ways[part.len].cost = END_COST;
	for (i = part.len; i-- > 0;)
		if (!utf8_is_inner(part.p[i]))
			ways[i] = best_at(v, part, i, ways);
	if (ways[0].cost == 0)
		return 0;
	for (i = 0; i < part.len && n < TAGWORDS_MAX; i += ways[i].first) {
		ends[n++] = i + ways[i].first;
		if (ways[i].first > longest)
			longest = ways[i].first;
	}
	if (i < part.len)
		return 0;
	return longest >= LEAST ? n : 0;
}

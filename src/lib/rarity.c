/* rarity.c - lengths, uses in terms, a list of the commonest words. */
#include "config.h"

#include <stdlib.h>

#include "rarity.h"
#include "xalloc.h"

/* The commonest words of Spanish, folded: bad anchors. */
static const char *const common_words[] = { "a", "al", "algo", "ahora", "antes",
	"aqui", "asi", "bien", "cada", "como", "con", "cuando", "dar", "de",
	"del", "desde", "dia", "dice", "donde", "e", "el", "ella", "en",
	"entre", "era", "es", "esa", "ese", "eso", "esta", "estan", "estas",
	"este", "esto", "estos", "fue", "gracias", "ha", "hace", "hacer", "han",
	"hasta", "hay", "he", "hoy", "la", "las", "le", "les", "lo", "los",
	"manana", "mas", "me", "mejor", "mi", "mis", "mucha", "mucho", "muchos",
	"muy", "nada", "nadie", "ni", "no", "nos", "o", "otra", "otras", "otro",
	"otros", "para", "parte", "pero", "poco", "por", "porque", "puede",
	"que", "quien", "se", "ser", "si", "siempre", "sin", "sobre", "solo",
	"son", "su", "sus", "tambien", "tan", "te", "tengo", "tiene", "todo",
	"todos", "tu", "un", "una", "uno", "unos", "va", "vez", "y", "ya",
	"yo" };

/* Which words and stems are common; the caller frees it. */
static bool *
mark_common(const struct vocab *v)
{
	bool *common = xcalloc(vocab_size(v) + 1, sizeof(*common));
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t i, k, n;

	for (i = 0; i < sizeof(common_words) / sizeof(common_words[0]); i++) {
		struct text word = text_of(common_words[i]);

		common[vocab_find(v, word)] = true;
		n = vocab_stems(v, word, ids);
		for (k = 0; k < n; k++)
			common[ids[k]] = true;
	}
	common[0] = false;
	return common;
}

/* Count the words of a set, which share n forms. */
static void
count_set(const struct forms *f, uint32_t set, uint32_t n, uint32_t *uses,
	bool *is_stem)
{
	size_t nwords, i;
	const uint32_t *words = wordsets_words(&f->sets, set, &nwords);

	for (i = 0; i < nwords; i++)
		uses[words[i]] += n / (uint32_t)nwords;
	for (i = f->sets.v[set].nwords; i < nwords; i++)
		is_stem[words[i]] = true;
}

/* How often each word and stem stands in the expanded forms. The caller frees
 * it. */
static uint32_t *
count_uses(const struct forms *f, bool *is_stem)
{
	uint32_t *uses = xcalloc(vocab_size(f->vocab) + 1, sizeof(*uses)), k;
	size_t i;

	for (i = 0; i < f->n; i++) {
		const struct lexicon_item *it = f->items + f->v[i].first;
		uint32_t n = forms_expanded(f, &f->v[i]);

		for (k = 0; k < f->v[i].n; k++, it++) {
			if (it->kind == ITEM_SET) {
				count_set(f, it->word, n, uses, is_stem);
				continue;
			}
			uses[it->word] += n;
			is_stem[it->word] |= it->kind == ITEM_STEM;
		}
	}
	return uses;
}

static int
score_of(size_t len, uint32_t uses, bool is_stem)
{
	int score = 100 + 4 * (int)(len < 14 ? len : 14);

	for (; uses > 1 && score > 8; uses /= 2)
		score -= 6;
	return is_stem && score > 20 ? score - 20 : score;
}

static int *
score_words(const struct forms *f)
{
	uint32_t size = vocab_size(f->vocab), id;
	bool *common = mark_common(f->vocab);
	bool *is_stem = xcalloc(size + 1, sizeof(*is_stem));
	uint32_t *uses = count_uses(f, is_stem);
	int *score = xcalloc(size + 1, sizeof(*score));

	for (id = 1; id <= size; id++)
		score[id] = common[id] ? RARITY_COMMON
				       : score_of(vocab_text(f->vocab, id).len,
						 uses[id], is_stem[id]);
	free(common);
	free(is_stem);
	free(uses);
	return score;
}

static int *
score_sets(const struct forms *f, const int *words)
{
	const struct wordsets *s = &f->sets;
	int *score = xcalloc(s->n, sizeof(*score));
	uint32_t set;
	size_t i, n;

	for (set = 1; set < s->n; set++) {
		const uint32_t *v = wordsets_words(s, set, &n);

		score[set] = words[v[0]];
		for (i = 1; i < n; i++)
			if (words[v[i]] < score[set])
				score[set] = words[v[i]];
	}
	return score;
}

void
rarity_init(struct rarity *r, const struct forms *f)
{
	r->words = score_words(f);
	r->sets = score_sets(f, r->words);
}

void
rarity_fini(struct rarity *r)
{
	free(r->words);
	free(r->sets);
}

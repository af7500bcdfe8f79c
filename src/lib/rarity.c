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

/* How often each word stands in the forms; the caller frees it. */
static uint32_t *
count_uses(const struct lexicon *lex)
{
	uint32_t *uses =
		xcalloc(vocab_size(lexicon_vocab(lex)) + 1, sizeof(*uses));
	uint32_t k;
	const struct lexicon_form *forms = lexicon_forms(lex);
	const struct lexicon_item *items = lexicon_all_items(lex);
	size_t i;

	for (i = 0; i < lexicon_nforms(lex); i++)
		for (k = 0; k < forms[i].n; k++)
			uses[items[forms[i].first + k].word]++;
	return uses;
}

int *
rarity_of_words(const struct lexicon *lex)
{
	const struct vocab *v = lexicon_vocab(lex);
	bool *common = mark_common(v);
	uint32_t *uses = count_uses(lex), n, id;
	int *score = xcalloc(vocab_size(v) + 1, sizeof(*score));

	for (id = 1; id <= vocab_size(v); id++) {
		size_t len = vocab_text(v, id).len;

		if (common[id]) {
			score[id] = RARITY_COMMON;
			continue;
		}
		score[id] = 100 + 4 * (int)(len < 14 ? len : 14);
		for (n = uses[id]; n > 1 && score[id] > 8; n /= 2)
			score[id] -= 6;
	}
	free(common);
	free(uses);
	return score;
}

int
rarity_of_item(const struct lexicon_item *it, const int *score)
{
	if (it->kind > ITEM_EXACT)
		return it->kind == ITEM_NUM || it->kind == ITEM_USER ? 0 : 10;
	if (it->kind == ITEM_STEM && score[it->word] > 20)
		return score[it->word] - 20;
	return score[it->word];
}

/* slang.c - slang words by their rows. */
#include "config.h"

#include <stdlib.h>

#include "slang.h"
#include "xalloc.h"

/*
 * By word of the vocabulary, how many files there are up to the last that
 * takes it out (0: none does); rows of those files do not count, in whatever
 * order they stand. The caller frees it.
 */
static size_t *
find_off_words(const struct slang *s)
{
	size_t *off = xcalloc(vocab_size(s->forms->vocab) + 1, sizeof(*off)), i;

	for (i = 0; i < s->forms->n; i++) {
		const struct entry *e = &s->entries[s->forms->v[i].entry];

		if (e->role == ROLE_OFF && e->standing != STANDING_MODEST)
			off[forms_single_word(s->forms, i)] = e->file + 1;
	}
	return off;
}

/*
 * Does a modest pack's slang word stand before already? If two packs disagree
 * about it, it means nothing.
 *
 * @before  by word: the form that it is slang by, + 1; 0: none
 */
static bool
is_slang_taken(const struct slang *s, const struct entry *e, uint32_t id,
	const uint32_t *before)
{
	const struct entry *b;

	if (e->standing != STANDING_MODEST || before[id] == 0)
		return false;
	b = &s->entries[s->forms->v[before[id] - 1].entry];
	if (b->standing == STANDING_MODEST && !text_eq(b->to, e->to))
		vocab_set_slang(s->forms->vocab, id, (struct text){ "", 0 });
	return true;
}

void
slang_set(const struct slang *s)
{
	struct vocab *v = s->forms->vocab;
	size_t *off = find_off_words(s), i;
	uint32_t *before = xcalloc(vocab_size(v) + 1, sizeof(*before));
	struct buf to = { 0 };

	for (i = 0; i < s->forms->n; i++) {
		const struct entry *e = &s->entries[s->forms->v[i].entry];
		uint32_t id = forms_single_word(s->forms, i);

		if (id == 0 || e->role == ROLE_OFF || e->file < off[id])
			continue;
		if (e->role != ROLE_SLANG) {
			vocab_mark_entry(v, id);
			continue;
		}
		if (is_slang_taken(s, e, id, before))
			continue;
		before[id] = (uint32_t)i + 1;
		buf_clear(&to);
		(void)fold_text(s->fold, &to, e->to.p, e->to.len, NULL);
		vocab_set_slang(v, id, buf_text(&to));
	}
	for (i = 1; i <= vocab_size(v); i++)
		if (before[i] > 0)
			s->forms->v[before[i] - 1].live =
				vocab_slang(v, (uint32_t)i).len > 0;
	buf_free(&to);
	free(before);
	free(off);
}

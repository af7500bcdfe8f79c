/* list.c - clamor-lexicon list: all forms that terms match. */
#include "config.h"

#include <stdlib.h>

#include "command.h"
#include "list.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */

/* What a slang word stands for. */
struct meaning {
	struct text to;
	uint32_t word;
};

struct listing {
	const struct lexicon *lex;
	const struct vocab *vocab;
	struct meaning *slang; /* sorted */
	size_t nslang;
	struct buf also, form, plain; /* scratch */
	struct csvout csv;
};

static int
compare_meanings(const void *pa, const void *pb)
{
	const struct meaning *a = pa, *b = pb;
	int d = text_cmp(a->to, b->to);

	return d != 0 ? d : (a->word > b->word) - (a->word < b->word);
}

static void
gather_slang(struct listing *l)
{
	uint32_t word;

	l->slang = xcalloc(vocab_size(l->vocab), sizeof(*l->slang));
	for (word = 1; word <= vocab_size(l->vocab); word++)
		if (vocab_slang(l->vocab, word).len > 0)
			l->slang[l->nslang++] =
				(struct meaning){ vocab_slang(l->vocab, word),
					word };
	if (l->nslang > 1)
		qsort(l->slang, l->nslang, sizeof(*l->slang), compare_meanings);
}

static void
add_also(struct listing *l, struct text spelling)
{
	if (l->also.len > 0)
		buf_addc(&l->also, ';');
	buf_addt(&l->also, spelling);
}

/* The slang that is replaced by just this form. */
static void
add_slang_for(struct listing *l, struct text form)
{
	size_t low = 0, high = l->nslang;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text_cmp(l->slang[middle].to, form) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < l->nslang && text_eq(l->slang[low].to, form); low++)
		add_also(l, vocab_text(l->vocab, l->slang[low].word));
}

/* Append a word or stem with n for ñ, if it may be typed so; else as it is. */
static bool
add_without_tilde(struct listing *l, const struct lexicon_item *it)
{
	struct text word = vocab_text(l->vocab, it->word), plain;
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t i, n;
	bool may;

	buf_clear(&l->plain);
	for (i = 0; i < word.len; i++)
		if (word.len - i > 1 && memcmp(word.p + i, ENYE, 2) == 0) {
			buf_addc(&l->plain, 'n');
			i++;
		} else {
			buf_addc(&l->plain, word.p[i]);
		}
	plain = buf_text(&l->plain);
	if (it->kind == ITEM_WORD) {
		may = vocab_find(l->vocab, plain) == it->word;
	} else {
		n = vocab_stems(l->vocab, plain, ids);
		while (n > 0 && ids[n - 1] != it->word)
			n--;
		may = n > 0;
	}
	buf_addt(&l->form, may ? plain : word);
	if (it->kind == ITEM_STEM)
		buf_addc(&l->form, '*');
	return may && plain.len < word.len;
}

/* The form with n where that may be typed for ñ. */
static void
add_plain_form(struct listing *l, const struct lexicon_form *f)
{
	const struct lexicon_item *it = lexicon_items(l->lex, f);
	struct text rest = lexicon_key(l->lex, f), piece;
	bool any = false;
	uint32_t i = 0;

	buf_clear(&l->form);
	while (list_next(&rest, ' ', &piece)) {
		bool gap = l->form.len > 0 && piece.p[0] == '~';

		if (l->form.len > 0)
			buf_addc(&l->form, ' ');
		if (!gap && it[i].kind <= ITEM_STEM)
			any |= add_without_tilde(l, &it[i]);
		else
			buf_addt(&l->form, piece);
		i += !gap;
	}
	if (any)
		add_also(l, buf_text(&l->form));
}

static void
put_form(struct listing *l, const struct lexicon_form *f)
{
	const struct entry *e = lexicon_entry(l->lex, f->entry);
	const struct table *t = lexicon_table(l->lex, e->file);
	struct text key = lexicon_key(l->lex, f);

	buf_clear(&l->also);
	if (memmem(key.p, key.len, ENYE, 2) != NULL && !f->is_regex)
		add_plain_form(l, f);
	if (e->role != ROLE_SLANG)
		add_slang_for(l, key);
	csvout_text(&l->csv, table_name(t));
	csvout_int(&l->csv, (int64_t)table_line(t, e->row));
	csvout_text(&l->csv, e->role_name);
	csvout_text(&l->csv, key);
	csvout_text(&l->csv, e->term);
	csvout_text(&l->csv, buf_text(&l->also));
	csvout_end(&l->csv);
}

static void
list(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct buf buf = { 0 };
	struct listing l = { .lex = lex, .csv = { .buf = &buf } };
	struct sink *out;
	size_t i;

	lexicon_keep_dead(lex); /* and slang, which is listed too */
	if (!command_add_files(lex, o, lexload_say, NULL) ||
		lexicon_finish(lex, lexload_say, NULL) != CLAMOR_OK)
		exit(diag_status());
	lexicon_make_keys(lex);
	l.vocab = lexicon_vocab(lex);
	gather_slang(&l);
	out = cli_output(&o->common);
	csvout_raw(&l.csv, text_of("lexicon,line,role,form,term,also"));
	csvout_end(&l.csv);
	for (i = 0; i < lexicon_nforms(lex); i++) {
		if (lexicon_form(lex, i)->live)
			put_form(&l, lexicon_form(lex, i));
		if (buf.len > (64u << 10))
			cli_flush(out, &buf);
	}
	cli_flush(out, &buf);
	free(l.slang);
	buf_free(&l.also);
	buf_free(&l.form);
	buf_free(&l.plain);
	buf_free(&buf);
	lexicon_free(lex);
	codes_free(codes);
	(void)cli_finish(out);
}

static const struct option options[] = { CLI_OPTIONS_END };

const struct command command_list = {
	.name = "list",
	.usage = "[OPTION]... [FILE|NAME]...",
	.help = "    every form that the terms match, and what is typed for it\n",
	.options = options,
	.run = list,
};

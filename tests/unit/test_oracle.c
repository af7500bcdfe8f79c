/*
 * test_oracle.c - the hits of the engine are those of a naive search: every
 * form compared at every token, every expression run on every text.
 */
#include "config.h"

#include "lexfile.h"
#include "lexpath.h"
#include "matcher.h"
#include "regex.h"
#include "unichar.h"

/* The naive search. It shares with the engine how a text is cut into tokens,
 * and which other spellings a word has. Its forms are spelled out, those of the
 * engine have sets. */

struct place {
	uint32_t entry;
	uint32_t from, to;
};

struct places {
	struct place *v;
	size_t n, cap;
};

struct oracle {
	const struct lexicon *lex;
	struct fold *fold;
	struct post post;
	struct places found;
};

static void
oracle_free(struct oracle *o)
{
	free(o->found.v);
	post_free(&o->post);
	fold_free(o->fold);
}

static struct text
text_at(const struct oracle *o, size_t t)
{
	const struct token *tok = &o->post.tokens[t];

	return (struct text){ o->post.text.p + tok->start,
		tok->end - tok->start };
}

static bool
is_written(struct oracle *o, size_t t, struct text exact)
{
	const struct token *tok = &o->post.tokens[t];
	struct buf nfc = { 0 };
	uint32_t from, to;
	bool same;

	post_origin(&o->post, tok->start, tok->end, &from, &to);
	unichar_nfc(&nfc, o->post.original.p + from, to - from);
	same = !(tok->flags & TOKEN_CHANGED) && text_eq(buf_text(&nfc), exact);
	buf_free(&nfc);
	return same;
}

static bool
is_number(struct text t)
{
	static const char *const words[] = { "un", "una", "uno", "dos", "tres",
		"cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
		"once", "doce", "trece", "catorce", "quince", "veinte",
		"veinticuatro", "veinticinco", "treinta", "cuarenta",
		"cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien",
		"ciento", "mil" };
	size_t i;

	for (i = 0; i < ROWS(words); i++)
		if (text_is(t, words[i]))
			return true;
	return false;
}

static bool
is_brand(const struct oracle *o, uint32_t word)
{
	size_t i;

	for (i = 0; i < lexicon_nforms(o->lex); i++) {
		const struct lexicon_form *f = lexicon_form(o->lex, i);

		if (lexicon_entry(o->lex, f->entry)->role == ROLE_BRAND &&
			f->n == 1 && lexicon_items(o->lex, f)->word == word)
			return true;
	}
	return false;
}

static bool
begins_with_stem(const struct oracle *o, struct text word, uint32_t stem)
{
	const struct vocab *v = lexicon_vocab(o->lex);
	struct text s = vocab_text(v, stem);
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n, i;

	if (word.len >= s.len && memcmp(word.p, s.p, s.len) == 0)
		return true;
	n = vocab_stems(v, word, ids); /* spelled otherwise */
	for (i = 0; i < n; i++)
		if (ids[i] == stem)
			return true;
	return false;
}

/* Does an item stand at token t? */
static bool
stands(struct oracle *o, const struct lexicon_item *it, size_t t)
{
	const struct token *tok = &o->post.tokens[t];
	struct text text = text_at(o, t);

	switch ((enum item_kind)it->kind) {
	case ITEM_WORD:
		return tok->word == it->word;
	case ITEM_SET: /* not where all is spelled out */
		break;
	case ITEM_STEM:
		return (tok->kind == TOKEN_WORD || tok->kind == TOKEN_TAG ||
			       tok->kind == TOKEN_USER) &&
			begins_with_stem(o, text, it->word);
	case ITEM_EXACT:
		return tok->word == it->word &&
			is_written(o, t, lexicon_exact(o->lex, it));
	case ITEM_NUM:
		return tok->kind == TOKEN_NUMBER ||
			(tok->kind == TOKEN_WORD && is_number(text));
	case ITEM_TIME:
		return tok->kind == TOKEN_TIME;
	case ITEM_MONEY:
		return tok->kind == TOKEN_MONEY;
	case ITEM_USER:
		return tok->kind == TOKEN_USER;
	case ITEM_URL:
		return tok->kind == TOKEN_URL;
	case ITEM_EMOJI:
		return tok->kind == TOKEN_EMOJI || tok->kind == TOKEN_EMOTICON;
	case ITEM_BRAND:
		return tok->word != 0 && is_brand(o, tok->word);
	}
	return false;
}

/* The last token of the shortest way on from token t, where item k of a form
 * stands; ntokens for none. */
static size_t
shortest_from(struct oracle *o, const struct lexicon_form *f, uint32_t k,
	size_t t)
{
	const struct lexicon_item *items = lexicon_items(o->lex, f);
	size_t best = o->post.ntokens, last;
	unsigned passed;

	if (k + 1 == f->n)
		return t;
	for (passed = 0; passed <= items[k + 1].gap; passed++) {
		do {
			t++;
			if (t >= o->post.ntokens ||
				(o->post.tokens[t].flags & TOKEN_FIRST))
				return best;
		} while (o->post.tokens[t].kind == TOKEN_TAG);
		if (!stands(o, &items[k + 1], t))
			continue;
		last = shortest_from(o, f, k + 1, t);
		if (last < best)
			best = last;
	}
	return best;
}

static void
add_place(struct oracle *o, const struct lexicon_form *f, uint32_t start,
	uint32_t end)
{
	struct places *p = &o->found;
	struct place new = { .entry = f->entry };
	size_t i;

	post_origin(&o->post, start, end, &new.from, &new.to);
	for (i = 0; i < p->n; i++)
		if (p->v[i].entry == new.entry && p->v[i].from == new.from &&
			p->v[i].to == new.to)
			return;
	p->v = xgrow(p->v, p->n, &p->cap, sizeof(new));
	p->v[p->n++] = new;
}

static void
find_form(struct oracle *o, const struct lexicon_form *f)
{
	const struct post *p = &o->post;
	size_t t, last;

	for (t = 0; t < p->ntokens; t++) {
		if (!stands(o, lexicon_items(o->lex, f), t))
			continue;
		last = shortest_from(o, f, 0, t);
		if (last < p->ntokens)
			add_place(
				o, f, p->tokens[t].start, p->tokens[last].end);
	}
}

static void
find_regex(struct oracle *o, const struct lexicon_form *f)
{
	struct regex *r = regex_copy(lexicon_expression(o->lex, f)->regex);
	const struct post *p = &o->post;
	size_t at = 0, start, end, t;

	while (regex_next(r, p->text, at, &start, &end) == CLAMOR_OK) {
		for (t = 0; t < p->ntokens && p->tokens[t].end <= start; t++)
			;
		if (t < p->ntokens && p->tokens[t].start < end)
			add_place(o, f, (uint32_t)start, (uint32_t)end);
		at = end;
	}
	regex_free(r);
}

/* Every so many entries are looked at, beginning with one of them. */
struct sample {
	uint32_t every, first;
};

static void
find_naively(struct oracle *o, struct sample s)
{
	size_t i;

	o->found.n = 0;
	for (i = 0; i < lexicon_nforms(o->lex); i++) {
		const struct lexicon_form *f = lexicon_form(o->lex, i);

		if (f->is_regex)
			find_regex(o, f);
		else if (f->entry % s.every == s.first)
			find_form(o, f);
	}
}

/* Comparing. */

static const struct place *
find_place(const struct places *p, const struct hit *h, uint32_t entry)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->v[i].entry == entry && p->v[i].from == h->from &&
			p->v[i].to == h->to)
			return &p->v[i];
	return NULL;
}

/* The engine, with a lexicon, and the naive search agree about a text; returns
 * how many hits were compared. */
static size_t
compare_searches(struct matcher *m, const struct lexicon *lex, struct oracle *o,
	struct sample s, struct text text)
{
	struct hits hits = { 0 }, only = { 0 };
	size_t i, n = 0;

	cr_assert_eq(matcher_find_only(m, text, &only), CLAMOR_OK);
	cr_assert_eq(matcher_find(m, text, &hits), CLAMOR_OK);
	cr_assert_eq(only.n, hits.n, "the sieve holds back '%.*s'",
		(int)text.len, text.p);
	post_read(&o->post, o->fold, lexicon_vocab(o->lex), text);
	find_naively(o, s);
	for (i = 0; i < hits.n; i++) {
		const struct hit *h = &hits.v[i];
		uint32_t entry = (uint32_t)(h->entry - lexicon_entry(lex, 0));

		cr_assert_eq(only.v[i].entry, h->entry);
		cr_assert_eq(only.v[i].from, h->from);
		cr_assert_eq(only.v[i].to, h->to);
		if (entry % s.every != s.first && h->entry->term.p[0] != '/')
			continue;
		n++;
		cr_assert_not_null(find_place(&o->found, h, entry),
			"%.*s at %u:%u of '%.*s' is not there",
			(int)h->entry->term.len, h->entry->term.p, h->from,
			h->to, (int)text.len, text.p);
	}
	cr_assert_eq(n, o->found.n, "'%.*s': %zu hits, not %zu", (int)text.len,
		text.p, n, o->found.n);
	hits_free(&hits);
	hits_free(&only);
	return n;
}

/* The shipped lexicons. */

static void
add_shipped(struct lexicon *lex, const char *name)
{
	struct buf path = { 0 };
	struct err err = { 0 };

	cr_assert_eq(
		lexpath_find(&path, name, &err), CLAMOR_OK, "%s", err.text);
	if (strcmp(name, "different") == 0)
		cr_assert_eq(
			lexicon_add_different(lex, path.p, &err), CLAMOR_OK);
	else
		cr_assert_eq(lexicon_add(lex, path.p, lexfile_problem, NULL),
			CLAMOR_OK);
	buf_free(&path);
}

static struct lexicon *
shipped(struct codes **codes, bool spelled_out)
{
	static const char *const names[] = { "different", "complaints",
		"praise", "opinions", "cues", "crisis", "intents", "modifiers",
		"emoji", "slang", "insults", "spam", "marks", "replies" };
	struct buf path = { 0 };
	struct err err = { 0 };
	struct lexicon *lex;
	size_t i;

	cr_assert_eq(lexpath_find(&path, "codes", &err), CLAMOR_OK);
	cr_assert_eq(codes_read(codes, path.p, &err), CLAMOR_OK);
	lex = lexicon_new(*codes);
	if (spelled_out)
		lexicon_spell_out(lex);
	for (i = 0; i < ROWS(names); i++)
		add_shipped(lex, names[i]);
	cr_assert_eq(lexicon_finish(lex, lexfile_problem, NULL), CLAMOR_OK);
	buf_free(&path);
	return lex;
}

/* The example of an entry, or its term. */
static struct text
example_of(const struct lexicon *lex, const struct entry *e)
{
	const struct table *t = lexicon_table(lex, e->file);
	struct text example = table_cell(t, e->row, table_column(t, "example"));

	return example.len > 0 ? example : e->term;
}

/* A word typed by somebody in a hurry, or angry. */
static void
add_mangled(struct buf *out, struct text word)
{
	unsigned how = roll(24);
	size_t i;

	if (how == 0)
		buf_addc(out, '#');
	for (i = 0; i < word.len; i++) {
		char c = word.p[i];
		bool letter = c >= 'a' && c <= 'z';

		if (letter && (how == 1 || (how == 0 && i == 0)))
			c = (char)(c - 32);
		buf_addc(out, c);
		if (letter && how == 2 && roll(3) == 0)
			buf_addf(out, "%c%c%c", c, c, c);
	}
}

/* Examples, mangled, with this and that between their words. */
static void
random_post(struct buf *out, const struct lexicon *lex)
{
	static const char *const others[] = { "de", "muy", "no", "😡", ":(",
		"@tienda", "http://t.co/x", "$20", "3", "14:30", "#Mal", "q",
		"ñu", ".", "!", ",", "\n", "me", "la", "y" };
	unsigned n = 1 + roll(3);
	size_t i, from;

	buf_clear(out);
	while (n-- > 0) {
		struct text t = example_of(lex,
			lexicon_entry(
				lex, roll((unsigned)lexicon_nentries(lex))));

		for (i = from = 0; i <= t.len; i++) {
			if (i < t.len && t.p[i] != ' ')
				continue;
			add_mangled(out, (struct text){ t.p + from, i - from });
			buf_addc(out, ' ');
			if (roll(12) == 0) {
				buf_adds(out, others[roll(ROWS(others))]);
				buf_addc(out, ' ');
			}
			from = i + 1;
		}
	}
}

Test(oracle, shipped_lexicons, .timeout = 120)
{
	struct codes *codes = NULL, *plain_codes = NULL;
	struct lexicon *lex = shipped(&codes, false);
	struct lexicon *plain = shipped(&plain_codes, true);
	struct matcher *m = matcher_new(lex);
	struct oracle o = { .lex = plain, .fold = fold_new() };
	struct buf post = { 0 };
	size_t compared = 0;
	uint32_t round;

	for (round = 0; round < 150; round++) {
		random_post(&post, lex);
		compared += compare_searches(m, lex, &o,
			(struct sample){ 4, round % 4 }, buf_text(&post));
	}
	cr_expect_gt(compared, 100, "%zu", compared);
	oracle_free(&o);
	buf_free(&post);
	matcher_free(m);
	lexicon_free(lex);
	lexicon_free(plain);
	codes_free(codes);
	codes_free(plain_codes);
}

/* What does not depend on the clock, per post and word. */
Test(oracle, work_stays_small, .timeout = 120)
{
	struct codes *codes = NULL;
	struct lexicon *lex = shipped(&codes, false);
	struct matcher *m = matcher_new(lex);
	struct hits hits = { 0 };
	const struct matcher_counts *c = matcher_counts(m);
	size_t i;

	for (i = 0; i < lexicon_nentries(lex); i++) {
		struct text t = example_of(lex, lexicon_entry(lex, i));

		cr_assert_eq(matcher_find(m, t, &hits), CLAMOR_OK);
	}
	cr_expect_leq(c->candidates, c->words, "%" PRIu64 " of %" PRIu64,
		c->candidates, c->words);
	cr_expect_leq(2 * c->regex_runs, c->posts,
		"%" PRIu64 " runs of PCRE2 in %" PRIu64 " posts", c->regex_runs,
		c->posts);
	hits_free(&hits);
	matcher_free(m);
	lexicon_free(lex);
	codes_free(codes);
}

/* Small random lexicons on small random posts. */

static void
add_word(struct buf *out)
{
	static const char *const words[] = { "a", "ab", "abc", "bca", "ñab",
		"nab", "no", "x1", "caba", "abcabc", "aab", "dos", "muy" };

	buf_adds(out, words[roll(ROWS(words))]);
}

static void
add_term(struct buf *out)
{
	static const char *const classes[] = { "<num>", "<user>", "<emoji>",
		"<url>", "<money>", "<time>", "<brand>" };
	static const char *const sets[] = { "{|a|b c}", " {a|ab|no|muy}",
		" ~3 {aab|ñab|muy ab}", "{a|b}", " {no|tb|x1} {|a|dos}" };
	unsigned n = 1 + roll(4), i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(out, roll(3) ? " " : " ~2 ");
		if (roll(9) == 0) {
			buf_adds(out, classes[roll(ROWS(classes))]);
			continue;
		}
		if (roll(12) == 0)
			buf_addc(out, '!');
		else if (n == 1 && roll(9) == 0)
			buf_addc(out, '#');
		add_word(out);
		if (out->p[out->len - 1] == 'c' && roll(2))
			buf_adds(out, sets[roll(ROWS(sets))]);
	}
	if (roll(6) == 0 && out->p[out->len - 1] != '>' &&
		memchr(out->p, '!', out->len) == NULL)
		buf_addc(out, '*');
}

static void
add_expression(struct buf *out)
{
	static const char *const parts[] = { "abc", "(bca|caba)", "(ab|no)?",
		"\\b", "\\b", " ", "(\\w+ ){0,2}", "[ac]", "\\.", "ñ?", "x1",
		"(?:aab|muy) no", ".*", "^", "(?:^|@\\S+ )", "nab+" };
	unsigned n = 2 + roll(4);

	buf_adds(out, "\"/");
	while (n-- > 0)
		buf_adds(out, parts[roll(ROWS(parts))]);
	buf_adds(out, "/\"");
}

/* The same lexicon as the engine has it, and spelled out. */
static void
random_lexicon(struct lexfile *f, struct lexfile *plain)
{
	static const char *const slang[] = { "xq,slang,no abc\n",
		"tb,slang,abc\n", "nab,brand,Nab\n" };
	unsigned n = 1 + roll(6);
	struct buf csv = { 0 };

	buf_adds(&csv, "term,role,to\n");
	while (n-- > 0) {
		struct buf term = { 0 };

		if (roll(3))
			add_term(&term);
		else
			add_expression(&term);
		/* twice in one file is an error: each in its own role */
		buf_addt(&csv, buf_text(&term));
		buf_addf(&csv, ",mark:m%u,\n", n);
		buf_free(&term);
	}
	if (roll(3) == 0)
		buf_adds(&csv, slang[roll(ROWS(slang))]);
	lexfile_begin(f);
	lexfile_begin(plain);
	lexicon_spell_out(plain->lex);
	lexfile_add(f, buf_cstr(&csv));
	lexfile_add(plain, buf_cstr(&csv));
	lexfile_finish(f);
	lexfile_finish(plain);
	cr_assert_str_eq(f->problems.p, plain->problems.p);
	buf_free(&csv);
}

static void
add_token(struct buf *out)
{
	static const char *const others[] = { "xq", "tb", "2", "$5", "12:30",
		"😡", ":(", "@abc", "@ab_nab", "#AbcNo", "#abc_nab", "abc.com",
		"http://no.es/abc", "1.4abc", "abc-caba", "ABC", "Ñab", "aaabc",
		"caaaaba", "bcaaa", ".", "!", ",", "\n", "¿abc", "“no”", "x1",
		"aab_no",
		"n\xCC\x83"
		"ab",
		"abс", "veinte" };

	if (roll(2))
		add_word(out);
	else
		buf_adds(out, others[roll(ROWS(others))]);
	if (roll(5))
		buf_addc(out, ' ');
}

Test(oracle, random_lexicons, .timeout = 120)
{
	struct buf post = { 0 };
	size_t compared = 0;
	unsigned round, i, n;

	for (round = 0; round < 1500; round++) {
		struct lexfile f, plain;
		struct matcher *m;
		struct oracle o = { 0 };

		random_lexicon(&f, &plain);
		if (lexicon_nforms(f.lex) == 0) {
			lexfile_end(&f);
			lexfile_end(&plain);
			continue;
		}
		m = matcher_new(f.lex);
		o.lex = plain.lex;
		o.fold = fold_new();
		for (i = 0; i < 12; i++) {
			buf_clear(&post);
			for (n = roll(14); n > 0; n--)
				add_token(&post);
			compared += compare_searches(m, f.lex, &o,
				(struct sample){ 1, 0 }, buf_text(&post));
		}
		oracle_free(&o);
		matcher_free(m);
		lexfile_end(&f);
		lexfile_end(&plain);
	}
	cr_expect_gt(compared, 1000);
	buf_free(&post);
}

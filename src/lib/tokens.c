/* tokens.c - words rewritten by the vocabulary; the way back. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "disguise.h"
#include "elongation.h"
#include "prefixes.h"
#include "tagwords.h"
#include "tokens.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

/* What the vocabulary is asked for. */
static inline struct text
word_of(const struct post *p, const struct token *t)
{
	return (struct text){ p->folded.p + t->src_start,
		t->src_end - t->src_start };
}

/* Is it a word that may be drawn out, and known only as what it stands for? */
static inline bool
is_drawn_out(const struct post *p, const struct token *t)
{
	return p->shape.drawn_out && t->word == 0 && t->kind == TOKEN_WORD &&
		elongation_has((struct text){ p->folded.p + t->src_start,
			t->src_end - t->src_start });
}

/* Is it a word with a prefix? Words of the vocabulary have none. */
static inline bool
is_prefixed(const struct post *p, const struct vocab *v, const struct token *t)
{
	struct text rest,
		w = { p->folded.p + t->src_start, t->src_end - t->src_start };

	return t->word == 0 && prefixes_may_have(v, w) &&
		prefixes_cut(v, w, &rest) > 0;
}

#define BATCH 64 /* tokens looked up at once */
#define AHEAD 6  /* of which so many are being fetched */

/* Number the words of up to BATCH tokens. Returns whether one of them is to be
 * replaced or cut. */
static bool
look_up_some(const struct post *p, const struct vocab *v, struct token *t,
	const struct token *end)
{
	struct asked {
		struct wordmap_asked word;
		struct token *t;
	} asked[BATCH + AHEAD], *a = asked, *last;
	const char *folded = p->folded.p;
	bool change = false;
	size_t i;

	/* without a branch: whether a word is known nobody foresees */
	for (; t < end; t++) {
		struct text w = word_of(p, t);

		a->t = t;
		a += vocab_ask(v, w, &a->word) | prefixes_may_have(v, w);
	}
	last = a;
	for (i = 0; i < AHEAD; i++)
		last[i].word.hash = 0; /* anything that can be fetched */
	for (i = 0; i < AHEAD; i++)
		vocab_fetch(v, &asked[i].word);
	for (a = asked; a < last; a++) {
		uint32_t word =
			vocab_found(v, &a->word, folded + a->t->src_start);

		vocab_fetch(v, &a[AHEAD].word);
		a->t->word = word;
		change |= vocab_is_slang(v, word);
		if (word == 0) /* hardly any */
			change |= is_prefixed(p, v, a->t);
	}
	return change;
}

/* Number the words. Returns whether rewriting can change anything. */
static bool
look_up(struct post *p, const struct vocab *v)
{
	struct token *t, *end;
	bool change = p->raw.tags;
	size_t n;

	if (p->raw.n == 0)
		return change;
	end = p->raw.v + p->raw.n;
	for (t = p->raw.v; t < end; t += n) {
		n = end - t < BATCH ? (size_t)(end - t) : BATCH;
		change |= look_up_some(p, v, t, t + n);
	}
	p->disguised = !v->as_typed &&
		disguise_may_have(&p->shape, buf_text(&p->folded));
	change |= p->disguised;
	for (t = p->raw.v;
		t < p->raw.v + p->raw.n && !change && p->shape.drawn_out; t++)
		change = is_drawn_out(p, t);
	return change;
}

static struct token *
add_own(struct post *p, const struct token *src)
{
	struct scanned *to = &p->own;

	to->v = xgrow(to->v, to->n, &to->cap, sizeof(*to->v));
	to->v[to->n] = *src;
	return &to->v[to->n++];
}

static struct token *
emit(struct post *p, const struct token *src, struct text w, uint8_t flags)
{
	struct token *t = add_own(p, src);

	t->start = (uint32_t)p->rewritten.len;
	buf_addt(&p->rewritten, w);
	t->end = (uint32_t)p->rewritten.len;
	t->flags |= flags;
	return t;
}

/* Put a slang word's expansion: one token per word of it. */
static void
emit_slang(struct post *p, const struct vocab *v, const struct token *src,
	struct text to)
{
	struct token first = *src;
	const char *s = to.p, *end = to.p + to.len;

	while (s < end) {
		const char *blank = memchr(s, ' ', (size_t)(end - s));
		const char *e = blank != NULL ? blank : end;
		struct text w = { s, (size_t)(e - s) };

		emit(p, &first, w, TOKEN_CHANGED)->word = vocab_find(v, w);
		first.flags &= (uint8_t)~TOKEN_FIRST;
		s = e < end ? e + 1 : e;
		if (s < end)
			buf_addc(&p->rewritten, ' ');
	}
}

/* The two words of one with a prefix. */
static void
emit_prefixed(struct post *p, const struct vocab *v, const struct token *src,
	struct text prefix, struct text rest)
{
	struct token second = *src;

	second.flags &= (uint8_t)~TOKEN_FIRST;
	emit(p, src, prefix, TOKEN_CHANGED)->word = vocab_find(v, prefix);
	buf_addc(&p->rewritten, ' ');
	emit(p, &second, rest, TOKEN_CHANGED)->word = vocab_find(v, rest);
}

/* A word (src->word is set), its elongation undone, its slang replaced, its
 * prefix cut off. */
static void
emit_word(struct post *p, const struct vocab *v, const struct token *src,
	struct text w)
{
	struct token t = *src;
	struct text rest;
	size_t n;

	if (t.word == 0 && elongation_has(w) &&
		elongation_undo(&p->scratch, v, w)) {
		w = buf_text(&p->scratch);
		t.word = vocab_find(v, w);
		t.flags |= TOKEN_CHANGED | TOKEN_ELONGATED;
	}
	n = t.word == 0 ? prefixes_cut(v, w, &rest) : 0;
	if (n > 0)
		emit_prefixed(p, v, &t, (struct text){ w.p, n }, rest);
	else if (t.word != 0 && vocab_slang(v, t.word).len > 0)
		emit_slang(p, v, &t, vocab_slang(v, t.word));
	else
		emit(p, &t, w, 0);
}

/* The disguised word that begins with raw token i, up to byte *end; returns
 * how many tokens it takes, 0 if there is none. */
static size_t
emit_disguised(struct post *p, const struct vocab *v, size_t i, uint32_t *end)
{
	struct token t = p->raw.v[i];
	size_t n = disguise_read(
		&p->plain, v, &p->raw, buf_text(&p->folded), i, end);

	if (n == 0)
		return 0;
	t.kind = TOKEN_WORD;
	t.src_end = *end;
	t.flags |= TOKEN_CHANGED | TOKEN_DISGUISED;
	t.word = vocab_find(v, buf_text(&p->plain));
	emit_word(p, v, &t, buf_text(&p->plain));
	return n;
}

/* Does a new word begin at byte i of a tag written in camel case? A capital
 * alone is a word: #CaroYMalo. */
static bool
is_hump(const struct scan_text *s, size_t i, size_t from)
{
	uint32_t before = scan_origin(s, i - 1), here = scan_origin(s, i);
	bool digit_before = before >= '0' && before <= '9';
	bool digit = here >= '0' && here <= '9';

	if (digit != digit_before)
		return true;
	return unichar_is_upper(here) &&
		(unichar_is_lower(before) ||
			(i == from + 1 && unichar_is_upper(before) &&
				i + 1 < s->folded.len &&
				unichar_is_lower(scan_origin(s, i + 1))));
}

static struct scan_text
source_of(const struct post *p)
{
	return (struct scan_text){ buf_text(&p->folded), p->original, &p->way,
		&p->shape };
}

/* One word of a #tag: bytes from .. to of the folded text. */
static void
emit_tag_word(struct post *p, const struct vocab *v, const struct token *tag,
	size_t from, size_t to)
{
	struct text w = { p->folded.p + from, to - from };
	struct token part = *tag;

	part.kind = TOKEN_WORD;
	part.src_start = (uint32_t)from;
	part.src_end = (uint32_t)to;
	part.flags = TOKEN_CHANGED;
	part.word = vocab_find(v, w);
	buf_addc(&p->rewritten, ' ');
	emit_word(p, v, &part, w);
}

/* The words in a part of a #tag that has no humps. */
static void
emit_tag_part(struct post *p, const struct vocab *v, const struct token *tag,
	size_t from, size_t to)
{
	struct text part = { p->folded.p + from, to - from };
	size_t ends[TAGWORDS_MAX], i;
	size_t n = v->as_typed ? 0 : tagwords_cut(v, part, ends);

	if (n == 0)
		emit_tag_word(p, v, tag, from, to);
	for (i = 0; i < n; i++)
		emit_tag_word(p, v, tag, from + (i > 0 ? ends[i - 1] : 0),
			from + ends[i]);
}

/* The words of a #tag, cut at humps and underscores. */
static void
emit_tag_words(struct post *p, const struct vocab *v, const struct token *tag)
{
	size_t i = tag->src_start + 1, from = i, end = tag->src_end;
	const struct scan_text source = source_of(p);
	const char *f = p->folded.p;

	for (; i <= end; i++) {
		if (i < end && utf8_is_inner(f[i]))
			continue;
		if (i < end && f[i] != '_' &&
			(i == from || f[i - 1] == '_' ||
				!is_hump(&source, i, from)))
			continue;
		if (i > from)
			emit_tag_part(p, v, tag, from, i);
		from = i < end && f[i] == '_' ? i + 1 : i;
	}
}

/* Does a token stay as it is, if it is no part of a disguise? */
static bool
is_kept(const struct post *p, const struct vocab *v, const struct token *t)
{
	return t->kind != TOKEN_TAG &&
		(t->kind != TOKEN_WORD ||
			!(vocab_is_slang(v, t->word) || is_drawn_out(p, t) ||
				is_prefixed(p, v, t)));
}

/* Put a token that may be changed. */
static void
emit_anew(struct post *p, const struct vocab *v, const struct token *t)
{
	const struct text w = { p->folded.p + t->start, t->end - t->start };

	if (t->kind == TOKEN_WORD) {
		emit_word(p, v, t, w);
		return;
	}
	emit(p, t, w, 0);
	if (t->kind == TOKEN_TAG)
		emit_tag_words(p, v, t);
}

/* Put the folded bytes from *done up to a place; those of tokens that stay are
 * put with what comes behind them. */
static void
copy_up_to(struct post *p, uint32_t *done, uint32_t to)
{
	buf_add(&p->rewritten, p->folded.p + *done, to - *done);
	*done = to;
}

static void
rewrite(struct post *p, const struct vocab *v)
{
	static const char no_more[FOLD_PAD];
	uint32_t done = 0; /* folded bytes dealt with */
	size_t i, n;

	buf_clear(&p->rewritten);
	p->own.n = 0;
	for (i = 0; i < p->raw.n; i++) {
		const struct token *t = &p->raw.v[i];

		if (p->disguised) {
			copy_up_to(p, &done, t->start);
			n = emit_disguised(p, v, i, &done);
			if (n > 0) {
				i += n - 1;
				continue;
			}
		}
		if (is_kept(p, v, t)) {
			uint32_t moved = (uint32_t)p->rewritten.len - done;
			struct token *own = add_own(p, t);

			own->start += moved;
			own->end += moved;
		} else {
			copy_up_to(p, &done, t->start);
			emit_anew(p, v, t);
			done = t->end;
		}
	}
	copy_up_to(p, &done, (uint32_t)p->folded.len);
	buf_add(&p->rewritten, no_more, FOLD_PAD);
	p->rewritten.len -= FOLD_PAD;
	p->text = buf_text(&p->rewritten);
	p->tokens = p->own.v;
	p->ntokens = p->own.n;
}

void
post_fold(struct post *p, struct fold *fold, struct text original)
{
	if (original.len == 0)
		original.p = ""; /* an empty buffer has no address */
	p->original = original;
	buf_clear(&p->folded);
	(void)fold_text(fold, &p->folded, original.p, original.len, &p->way);
	p->text = buf_text(&p->folded);
	shape_see(&p->shape, p->text);
	p->ntokens = 0;
}

void
post_cut(struct post *p, const struct vocab *vocab)
{
	struct scan_text source = source_of(p);

	scan_text(&p->raw, &source);
	if (vocab != NULL && look_up(p, vocab)) {
		rewrite(p, vocab);
		return;
	}
	p->tokens = p->raw.v;
	p->ntokens = p->raw.n;
}

void
post_read(struct post *p, struct fold *fold, const struct vocab *vocab,
	struct text original)
{
	post_fold(p, fold, original);
	post_cut(p, vocab);
}

/* The token that byte i of the text is in, or the next one after it. */
static size_t
token_at(const struct post *p, uint32_t i)
{
	size_t low = 0, high = p->ntokens;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->tokens[mid].end <= i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/*
 * The folded byte for byte i that stands before token k, behind the one before
 * it. A blank that rewriting has put there comes from nowhere: a piece that
 * begins with it begins with the token, one that ends with it ends before it.
 */
static uint32_t
folded_before(const struct post *p, size_t k, uint32_t i, bool at_end)
{
	const struct token *t = &p->tokens[k];
	uint32_t back = t->start - i, least = k > 0 ? t[-1].src_end : 0;

	if (least + back <= t->src_start)
		return t->src_start - back;
	return at_end || least < t->src_start ? least : t->src_start;
}

/* The folded byte for byte i of the text; at_end: i is an exclusive end. */
static uint32_t
folded_of(const struct post *p, uint32_t i, bool at_end)
{
	size_t k = token_at(p, at_end ? i - 1 : i);
	const struct token *t;

	if (k == p->ntokens) { /* behind the last token */
		return (uint32_t)(p->folded.len - (p->text.len - i));
	}
	t = &p->tokens[k];
	if ((t->flags & TOKEN_CHANGED) &&
		(at_end ? i > t->start : i >= t->start))
		return at_end ? t->src_end : t->src_start;
	/* unchanged text: the same distance from the token's start */
	if (i >= t->start && !(t->flags & TOKEN_CHANGED))
		return t->src_start + (i - t->start);
	return folded_before(p, k, i, at_end);
}

/* The end e of a piece, moved on to where a code point of the original ends:
 * one that folds to several counts whole. */
static uint32_t
whole_end(const struct post *p, uint32_t e)
{
	const char *folded = p->folded.p;
	uint32_t last = e - 1; /* where the last character begins */

	for (; e < p->folded.len; e++) {
		if (utf8_is_inner(folded[e]))
			continue;
		if (!way_shifts_at(&p->way, e))
			break;
		while (utf8_is_inner(folded[last]))
			last--;
		if (way_origin(&p->way, last) != way_origin(&p->way, e))
			break;
		last = e;
	}
	return e;
}

void
post_origin(struct post *p, uint32_t start, uint32_t end, uint32_t *from,
	uint32_t *to)
{
	uint32_t s = start, e = end;

	if (p->text.p != p->folded.p) {
		s = folded_of(p, start, false);
		e = folded_of(p, end, true);
		if (e <= s) { /* from inside a tag into the words behind it */
			const struct token *t = &p->tokens[token_at(p, start)];

			s = t->src_start;
			e = t->src_end;
		}
	}
	while (utf8_is_inner(p->folded.p[s]))
		s--;
	if (way_origins(&p->way, s, e, from, to) ||
		utf8_is_inner(p->folded.p[e]))
		*to = way_origin(&p->way, whole_end(p, e));
}

void
post_free(struct post *p)
{
	buf_free(&p->folded);
	buf_free(&p->rewritten);
	buf_free(&p->scratch);
	buf_free(&p->plain);
	free(p->raw.v);
	free(p->own.v);
	shape_free(&p->shape);
	way_free(&p->way);
	*p = (struct post){ 0 };
}

/* account.c - why a verdict is as it is, in lines of text. */
#include "config.h"

#include "account.h"
#include "accounthits.h"
#include "accountverdict.h"

/* The post with the hits that count in colour, on one line. */
static void
add_post(struct accounting *a)
{
	const struct hits *hits = a->r->hits;
	struct text post = a->r->post->original;
	size_t at = 0, i;

	accounting_head(a, "post");
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		int32_t milli = a->r->points[i].milli;

		if (!h->scores || h->from < at)
			continue;
		tty_add(a->out, (struct text){ post.p + at, h->from - at });
		accounting_styled(a,
			milli < 0           ? TTY_HIT
				: milli > 0 ? TTY_GOOD
					    : TTY_HEAD,
			accounting_words(a, h));
		at = h->to;
	}
	tty_add(a->out, (struct text){ post.p + at, post.len - at });
	buf_addc(a->out, '\n');
	accounting_head(a, "folded");
	tty_add(a->out, a->r->post->text);
	buf_addc(a->out, '\n');
}

/* Words. */

static const char *
token_class(const struct token *t)
{
	switch ((enum token_kind)t->kind) {
	case TOKEN_WORD:
		return "";
	case TOKEN_NUMBER:
		return "number";
	case TOKEN_TIME:
		return "time";
	case TOKEN_MONEY:
		return "money";
	case TOKEN_USER:
		return "user";
	case TOKEN_URL:
		return "link";
	case TOKEN_EMOJI:
		return "emoji";
	case TOKEN_EMOTICON:
		return "emoticon";
	case TOKEN_TAG:
		return "tag";
	}
	return "";
}

/* What rewriting did to a word; "" for nothing. */
static const char *
token_change(const struct token *t, const struct token *tag)
{
	if (t->kind != TOKEN_WORD)
		return "";
	if (tag != NULL && t->src_start >= tag->src_start &&
		t->src_end <= tag->src_end)
		return "of the tag";
	if (t->flags & TOKEN_ELONGATED)
		return "drawn out";
	if (t->flags & TOKEN_DISGUISED)
		return "disguised";
	return t->flags & TOKEN_CHANGED ? "slang" : "";
}

/* Blanks up to a width in characters, counted from byte `from` of the output;
 * one at least. */
static void
pad(struct accounting *a, size_t from, size_t width)
{
	size_t n = 0;

	for (; from < a->out->len; from++)
		n += ((unsigned char)a->out->p[from] & 0xC0) != 0x80;
	do
		buf_addc(a->out, ' ');
	while (++n < width);
}

static void
add_token(struct accounting *a, const struct token *t, const char *note)
{
	struct post *p = a->r->post;
	size_t line = a->out->len;
	uint32_t from, to;

	post_origin(p, t->start, t->end, &from, &to);
	buf_addf(a->out, "  %u:%u", (unsigned)from, (unsigned)to);
	pad(a, line, 12);
	tty_add(a->out, (struct text){ p->original.p + from, to - from });
	pad(a, line, 30);
	tty_add(a->out,
		(struct text){ p->text.p + t->start, t->end - t->start });
	if (*note != '\0') {
		pad(a, line, 48);
		accounting_styled(a, TTY_FAINT, text_of(note));
	}
	buf_addc(a->out, '\n');
}

static void
add_tokens(struct accounting *a)
{
	const struct post *p = a->r->post;
	const struct token *tag = NULL;
	size_t sentence = 0, i;

	accounting_head(a, "words");
	buf_adds(a->out, "bytes, as written, as read\n");
	for (i = 0; i < p->ntokens; i++) {
		const struct token *t = &p->tokens[i];
		const char *note = token_class(t);

		if (i > 0 && (t->flags & TOKEN_FIRST))
			buf_addf(a->out, "  (sentence %zu)\n", sentence + 1);
		if (i == 0 || (t->flags & TOKEN_FIRST))
			sentence++;
		if (t->kind == TOKEN_TAG)
			tag = t;
		add_token(a, t, *note ? note : token_change(t, tag));
	}
}

void
account_add(struct buf *out, const struct lexicon *lex, const struct reasons *r,
	const struct verdict *v, bool colored)
{
	struct accounting a = {
		.out = out, .lex = lex, .r = r, .v = v, .colored = colored
	};

	add_post(&a);
	add_tokens(&a);
	accounthits_add(&a);
	accountverdict_add(&a);
}

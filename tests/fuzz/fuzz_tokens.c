/*
 * fuzz_tokens.c - any bytes read as a post.
 *
 * Promises: the folded text is UTF-8 on few lines, tokens lie in it in order,
 * and every token finds its way back into the original.
 */
#include "config.h"

#include "fuzz.h"
#include "tokens.h"
#include "utf8.h"
#include "waits.h"

static struct fold *fold;
static struct vocab *vocab;

static void
begin(void)
{
	static const char *const words[] = { "no", "malo", "bueno", "nooo",
		"ni\xC3\xB1o", "#malo", ":)", "leer", "3g" };
	static const char *const slang[][2] = { { "xq", "por que" },
		{ "tb", "tambien" }, { "tqm", "te quiero mucho" } };
	size_t i;

	if (fold != NULL)
		return;
	fold = fold_new();
	vocab = vocab_new();
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		vocab_mark_entry(vocab, vocab_add(vocab, text_of(words[i])));
	(void)vocab_add_stem(vocab, text_of("decepcion"));
	(void)vocab_add_stem(vocab, text_of("es"));
	for (i = 0; i < sizeof(slang) / sizeof(slang[0]); i++)
		vocab_set_slang(vocab, vocab_add(vocab, text_of(slang[i][0])),
			text_of(slang[i][1]));
}

static void
check_text(struct text t)
{
	MUST(t.len == 0 || utf8_valid_prefix(t.p, t.len) == t.len);
	MUST(t.len == 0 || memchr(t.p, '\0', t.len) == NULL);
	MUST(t.len == 0 || memchr(t.p, '\r', t.len) == NULL);
}

static void
check_tokens(struct post *p)
{
	uint32_t at = 0, from = 0, before = 0, to;
	size_t i;

	for (i = 0; i < p->ntokens; i++) {
		const struct token *t = &p->tokens[i];

		MUST(t->start >= at && t->end > t->start);
		MUST(t->end <= p->text.len);
		MUST(t->word <= vocab_size(vocab));
		MUST(i > 0 || t->flags & TOKEN_FIRST);
		at = t->end;
		post_origin(p, t->start, t->end, &from, &to);
		MUST(from < to && to <= p->original.len);
		MUST(from >= before);
		before = from;
	}
}

/* Any piece of the text, not only tokens, has an origin. */
static void
check_origins(struct post *p)
{
	size_t step = 1 + p->text.len / 64, i, k;
	uint32_t from, to;

	for (i = 0; i < p->text.len; i += step)
		for (k = i + 1; k <= p->text.len; k += step) {
			post_origin(p, (uint32_t)i, (uint32_t)k, &from, &to);
			MUST(from <= to && to <= p->original.len);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct post post, plain;
	struct text t = { (const char *)data, size };

	begin();
	post_read(&post, fold, vocab, t);
	check_text(post.text);
	check_tokens(&post);
	check_origins(&post);
	MUST(waits_longest(&post) >= WAITS_NONE);
	MUST(waits_longest(&post) <= WAITS_MAX);
	post_read(&plain, fold, NULL, t);
	check_text(plain.text);
	check_tokens(&plain);
	return 0;
}

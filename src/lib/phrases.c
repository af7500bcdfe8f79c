/* phrases.c - phrases counted by post in a table that forgets. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "phrases.h"
#include "xalloc.h"

#define AROUND 50 /* bytes of an example to either side of the phrase */

struct kept {
	uint64_t hash;
	size_t at, example; /* in texts */
	uint32_t len, example_len;
	uint32_t wanted, others;
	uint64_t last; /* the post that counted it last */
};

struct phrases {
	struct phrases_options opt;
	uint64_t seed, posts[2]; /* of others, of wanted ones */
	struct kept *v;
	size_t n, cap;
	uint32_t *slots; /* number in v + 1; 0: free; at most half are used */
	size_t nslots;
	struct buf texts, words;
	bool forgot;
};

struct phrases *
phrases_new(const struct phrases_options *o)
{
	struct phrases *p = xcalloc(1, sizeof(*p));

	p->opt = *o;
	if (p->opt.most == 0)
		p->opt.most = PHRASES_MAX;
	p->seed = hash_seed();
	p->nslots = 1024;
	p->slots = xcalloc(p->nslots, sizeof(*p->slots));
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (p == NULL)
		return;
	free(p->v);
	free(p->slots);
	buf_free(&p->texts);
	buf_free(&p->words);
	free(p);
}

/* Put all that is kept into slots anew. */
static void
index_all(struct phrases *p)
{
	size_t i, at;

	memset(p->slots, 0, p->nslots * sizeof(*p->slots));
	for (i = 0; i < p->n; i++) {
		at = p->v[i].hash & (p->nslots - 1);
		while (p->slots[at] != 0)
			at = (at + 1) & (p->nslots - 1);
		p->slots[at] = (uint32_t)i + 1;
	}
}

/* Move a piece of the old texts to the end of the new ones. */
static size_t
move(struct buf *to, const struct buf *from, size_t at, size_t len)
{
	size_t now = to->len;

	if (len > 0)
		buf_add(to, from->p + at, len);
	return now;
}

/* Forget the rarest until half the room is free. */
static void
forget(struct phrases *p)
{
	struct buf old;
	uint32_t least;
	size_t i, n;

	for (least = 2; p->n > p->opt.most / 2; least++) {
		for (i = n = 0; i < p->n; i++)
			if (p->v[i].wanted + p->v[i].others >= least)
				p->v[n++] = p->v[i];
		p->forgot |= n < p->n;
		p->n = n;
	}
	old = p->texts;
	p->texts = (struct buf){ 0 };
	for (i = 0; i < p->n; i++) {
		struct kept *k = &p->v[i];

		k->at = move(&p->texts, &old, k->at, k->len);
		k->example = move(&p->texts, &old, k->example, k->example_len);
	}
	buf_free(&old);
	index_all(p);
}

static struct kept *
add(struct phrases *p, uint64_t hash, struct text words)
{
	struct kept *k;

	if (p->n == p->opt.most)
		forget(p);
	p->v = xgrow(p->v, p->n, &p->cap, sizeof(*p->v));
	k = &p->v[p->n++];
	*k = (struct kept){
		.hash = hash, .at = p->texts.len, .len = (uint32_t)words.len
	};
	buf_addt(&p->texts, words);
	if (2 * p->n > p->nslots) {
		p->nslots *= 2;
		p->slots =
			xreallocarray(p->slots, p->nslots, sizeof(*p->slots));
	}
	return k;
}

/* The phrase of these words, new or not. */
static struct kept *
find(struct phrases *p, struct text words)
{
	uint64_t hash = hash_bytes(p->seed, words.p, words.len);
	size_t at = hash & (p->nslots - 1), before = p->nslots;
	struct kept *k;

	for (; p->slots[at] != 0; at = (at + 1) & (p->nslots - 1)) {
		k = &p->v[p->slots[at] - 1];
		if (k->hash == hash && k->len == words.len &&
			memcmp(p->texts.p + k->at, words.p, words.len) == 0)
			return k;
	}
	k = add(p, hash, words);
	if (p->nslots != before) {
		index_all(p);
		return k;
	}
	at = hash & (p->nslots - 1); /* forgetting moves the others */
	while (p->slots[at] != 0)
		at = (at + 1) & (p->nslots - 1);
	p->slots[at] = (uint32_t)(k - p->v) + 1;
	return k;
}

/* A blank, or a byte that no text is cut at because it goes on a character. */
static bool
is_edge(const struct post *post, size_t at)
{
	return at == 0 || at == post->original.len ||
		(unsigned char)post->original.p[at] <= ' ';
}

/* Keep a piece of the post around the phrase, whole words. */
static void
keep_example(struct phrases *p, struct kept *k, struct post *post,
	const struct token *first, const struct token *last)
{
	uint32_t from, to;
	size_t start, end, i;

	post_origin(post, first->start, last->end, &from, &to);
	start = from > AROUND ? from - AROUND : 0;
	end = post->original.len - to > AROUND ? to + AROUND
					       : post->original.len;
	while (start < from && !is_edge(post, start))
		start++;
	while (end > to && !is_edge(post, end))
		end--;
	k->example = p->texts.len;
	for (i = start; i < end; i++)
		buf_addc(&p->texts,
			(unsigned char)post->original.p[i] < ' '
				? ' '
				: post->original.p[i]);
	k->example_len = (uint32_t)(end - start);
}

/* Count the phrase of tokens first .. last, whose words are gathered. */
static void
count(struct phrases *p, struct post *post, const struct token *first,
	const struct token *last, bool wanted)
{
	struct kept *k = find(p, buf_text(&p->words));
	uint64_t number = p->posts[0] + p->posts[1];

	if (k->last == number)
		return;
	k->last = number;
	*(wanted ? &k->wanted : &k->others) += 1;
	if (wanted && k->wanted == p->opt.least)
		keep_example(p, k, post, first, last);
}

void
phrases_add(struct phrases *p, struct post *post,
	const enum phrases_word *known, bool wanted)
{
	size_t i, k;

	p->posts[wanted]++;
	for (i = 0; i < post->ntokens; i++) {
		const struct token *t = &post->tokens[i];

		buf_clear(&p->words);
		for (k = i; k < post->ntokens && k - i < p->opt.longest; k++) {
			const struct token *last = &post->tokens[k];

			if (last->kind != TOKEN_WORD ||
				known[k] == PHRASES_TAKEN ||
				(k > i && (last->flags & TOKEN_FIRST)))
				break;
			if (k > i)
				buf_addc(&p->words, ' ');
			buf_add(&p->words, post->text.p + last->start,
				last->end - last->start);
			if (k > i || known[k] == PHRASES_NEW)
				count(p, post, t, last, wanted);
		}
	}
}

size_t
phrases_count(const struct phrases *p)
{
	return p->n;
}

struct phrase
phrases_get(const struct phrases *p, size_t i)
{
	const struct kept *k = &p->v[i];

	return (struct phrase){ .words = { p->texts.p + k->at, k->len },
		.example = { p->texts.p + k->example, k->example_len },
		.wanted = k->wanted,
		.others = k->others };
}

uint64_t
phrases_posts(const struct phrases *p, bool wanted)
{
	return p->posts[wanted];
}

bool
phrases_forgot(const struct phrases *p)
{
	return p->forgot;
}

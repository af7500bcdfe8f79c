/*
 * gates.h - which regular expressions could match in a post: the gates of all
 * of them (see gate.h) in one pass over it.
 */
#ifndef CLAMOR_GATES_H
#define CLAMOR_GATES_H

#include "gate.h"
#include "tokens.h"

struct gates; /* opaque; shared by threads once filled */

/** Is there an expression without a gate? */
bool gates_any_ungated(const struct gates *g);

/** Call for each literal. @at_word  see gate.h */
void gates_each(const struct gates *g,
	void (*tell)(void *ctx, struct text literal, bool at_word), void *ctx);

/* The expressions whose gates are open. All zero is none. */
struct gates_opened {
	uint32_t *v; /* numbers, in no order */
	size_t n;
	bool *open; /* internal: by number, all false between posts */
};

struct gates *gates_new(void);
void gates_free(struct gates *g);

/**
 * Add the gate of one more expression, which must outlive it. Expressions are
 * numbered from 0 in the order of adding.
 */
void gates_add(struct gates *g, const struct gate *gate);

/** Make room for what can be open. To be freed by gates_opened_free. */
void gates_opened_init(struct gates_opened *o, const struct gates *g);
void gates_opened_free(struct gates_opened *o);

/** Close all gates. */
void gates_close(struct gates_opened *o);

/**
 * Open the gates of which a literal that begins a word stands at p. Returns
 * whether there is one.
 */
bool gates_open_at(const struct gates *g, const char *p, const char *end,
	struct gates_opened *o);

/** Could a literal that begins a word stand at this word, whatever comes behind
 * it? false is certain. VOCAB_READ bytes can be read from its first on. */
bool gates_may_begin(const struct gates *g, struct text word);

/**
 * Look for all gates in a post.
 *
 * @tokens  those that are looked at: at least all but words of letters that
 *          vocab_may_begin or gates_may_begin says no to
 * @o  overwritten: all expressions that could match; those without a gate
 *     always could
 */
void gates_look(const struct gates *g, const struct post *p,
	const uint32_t *tokens, size_t n, struct gates_opened *o);

#endif

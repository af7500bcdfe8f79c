/* classes.c - the values that labels and guesses have. */
#include "config.h"

#include <stdlib.h>

#include "classes.h"
#include "xalloc.h"

struct merge {
	struct text from, to; /* owned */
};

struct classes {
	struct text names[CLASSES_MAX]; /* by number, owned */
	size_t n;
	size_t chosen; /* the numbers 1 to this */
	struct merge *merges;
	size_t nmerges, cap_merges;
	struct text *skipped; /* owned */
	size_t nskipped, cap_skipped;
	size_t order[CLASSES_MAX]; /* from place to number */
	size_t place[CLASSES_MAX]; /* from number to place */
	size_t count;
};

static struct text
copied(struct text t)
{
	return (struct text){ xmemdup0(t.p, t.len), t.len };
}

struct classes *
classes_new(void)
{
	struct classes *c = xcalloc(1, sizeof(*c));

	c->names[CLASSES_EMPTY] = copied(text_of(""));
	c->n = 1;
	return c;
}

void
classes_free(struct classes *c)
{
	size_t i;

	if (c == NULL)
		return;
	for (i = 0; i < c->n; i++)
		free((char *)c->names[i].p);
	for (i = 0; i < c->nmerges; i++) {
		free((char *)c->merges[i].from.p);
		free((char *)c->merges[i].to.p);
	}
	for (i = 0; i < c->nskipped; i++)
		free((char *)c->skipped[i].p);
	free(c->merges);
	free(c->skipped);
	free(c);
}

void
classes_merge(struct classes *c, struct text from, struct text to)
{
	c->merges = xgrow(
		c->merges, c->nmerges, &c->cap_merges, sizeof(*c->merges));
	c->merges[c->nmerges++] =
		(struct merge){ copied(text_trimmed(from)), copied(text_trimmed(to)) };
}

void
classes_skip(struct classes *c, struct text value)
{
	c->skipped = xgrow(
		c->skipped, c->nskipped, &c->cap_skipped, sizeof(*c->skipped));
	c->skipped[c->nskipped++] = copied(text_trimmed(value));
}

bool
classes_is_skipped(const struct classes *c, struct text value)
{
	size_t i;

	for (i = 0; i < c->nskipped; i++)
		if (text_eq(c->skipped[i], text_trimmed(value)))
			return true;
	return false;
}

static struct text
merged(const struct classes *c, struct text t)
{
	size_t i = c->nmerges;

	while (i-- > 0)
		if (text_eq(c->merges[i].from, t))
			return c->merges[i].to;
	return t;
}

/* The number of a name, a new one if need be. */
static enum rc
number_of(struct classes *c, struct text name, size_t *number, struct err *err)
{
	for (*number = 0; *number < c->n; ++*number)
		if (text_eq(c->names[*number], name))
			return CLAMOR_OK;
	if (c->n == CLASSES_MAX)
		return err_set(err, CLAMOR_ELIMIT,
			"more than %d different values: are these labels?",
			CLASSES_MAX - 1);
	c->names[c->n++] = copied(name);
	return CLAMOR_OK;
}

enum rc
classes_choose(struct classes *c, struct text name, struct err *err)
{
	size_t before = c->n, number;
	enum rc rc;

	name = text_trimmed(name);
	if (name.len == 0)
		return err_set(err, CLAMOR_EINVAL, "a class without a name");
	rc = number_of(c, name, &number, err);
	if (rc != CLAMOR_OK)
		return rc;
	if (number < before)
		return err_set(err, CLAMOR_EINVAL,
			"the class '%.*s' stands twice", (int)name.len, name.p);
	c->chosen = number;
	return CLAMOR_OK;
}

enum rc
classes_find(
	struct classes *c, struct text value, size_t *number, struct err *err)
{
	return number_of(c, merged(c, text_trimmed(value)), number, err);
}

void
classes_arrange(struct classes *c)
{
	size_t i, k;

	c->count = c->chosen > 0 ? c->chosen : c->n - 1;
	for (i = 0; i < c->count; i++) {
		for (k = i; c->chosen == 0 && k > 0 &&
			text_cmp(c->names[c->order[k - 1]], c->names[i + 1]) >
				0;
			k--)
			c->order[k] = c->order[k - 1];
		c->order[k] = i + 1;
	}
	for (i = 0; i < CLASSES_MAX; i++)
		c->place[i] = c->count;
	for (i = 0; i < c->count; i++)
		c->place[c->order[i]] = i;
}

size_t
classes_count(const struct classes *c)
{
	return c->count;
}

size_t
classes_place(const struct classes *c, size_t number)
{
	return c->place[number];
}

struct text
classes_name(const struct classes *c, size_t place)
{
	return c->names[c->order[place]];
}

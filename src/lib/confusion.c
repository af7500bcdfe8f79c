/* confusion.c - count labels against guesses. */
#include "config.h"

#include <stdlib.h>

#include "confusion.h"
#include "xalloc.h"

void
confusion_init(struct confusion *c, size_t n)
{
	*c = (struct confusion){ .n = n };
	c->counts = xcalloc((n + 1) * (n + 1), sizeof(*c->counts));
}

void
confusion_fini(struct confusion *c)
{
	free(c->counts);
	*c = (struct confusion){ 0 };
}

void
confusion_add(struct confusion *c, size_t label, size_t guess)
{
	c->counts[label * (c->n + 1) + guess]++;
	c->posts++;
	c->right += label == guess;
}

struct confusion
confusion_by_class(const struct confusion *in, const struct classes *classes)
{
	struct confusion out;
	size_t i, k;

	confusion_init(&out, classes_count(classes));
	for (i = 0; i < in->n; i++)
		for (k = 0; k < in->n; k++)
			out.counts[classes_place(classes, i) * (out.n + 1) +
				classes_place(classes, k)] +=
				confusion_count(in, i, k);
	out.posts = in->posts;
	out.right = in->right;
	return out;
}

uint64_t
confusion_labels(const struct confusion *c, size_t class)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i <= c->n; i++)
		sum += confusion_count(c, class, i);
	return sum;
}

uint64_t
confusion_guesses(const struct confusion *c, size_t class)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i <= c->n; i++)
		sum += confusion_count(c, i, class);
	return sum;
}

int64_t
confusion_f1(const struct confusion *c, size_t class)
{
	uint64_t both =
		confusion_labels(c, class) + confusion_guesses(c, class);

	if (both == 0)
		return 0;
	return (int64_t)(confusion_count(c, class, class) * 2 *
		(uint64_t)CONFUSION_ONE / both);
}

int64_t
confusion_macro_f1(const struct confusion *c)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < c->n; i++)
		sum += confusion_f1(c, i);
	return c->n > 0 ? sum / (int64_t)c->n : 0;
}

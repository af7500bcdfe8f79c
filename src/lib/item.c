/* item.c - the names of classes. */
#include "config.h"

#include "item.h"

static const struct {
	const char *name;
	enum item_kind kind;
} classes[] = { { "num", ITEM_NUM }, { "time", ITEM_TIME },
	{ "money", ITEM_MONEY }, { "user", ITEM_USER }, { "url", ITEM_URL },
	{ "emoji", ITEM_EMOJI }, { "brand", ITEM_BRAND } };

#define NCLASSES (sizeof(classes) / sizeof(classes[0]))

const char *
item_class_name(enum item_kind kind)
{
	size_t i;

	for (i = 0; i < NCLASSES; i++)
		if (classes[i].kind == kind)
			return classes[i].name;
	return NULL;
}

enum item_kind
item_class_of(struct text name)
{
	size_t i;

	for (i = 0; i < NCLASSES; i++)
		if (text_is(name, classes[i].name))
			return classes[i].kind;
	return ITEM_WORD;
}

/* list.c - the lists that cells hold. */
#include "config.h"

#include "list.h"

struct text
list_of(struct text cell)
{
	return cell.len ? cell : (struct text){ NULL, 0 };
}

bool
list_next(struct text *list, char separator, struct text *item)
{
	const char *end;

	if (list->p == NULL)
		return false;
	end = list->len ? memchr(list->p, separator, list->len) : NULL;
	item->p = list->p;
	item->len = end ? (size_t)(end - list->p) : list->len;
	*list = end ? (struct text){ end + 1, list->len - item->len - 1 }
		    : (struct text){ NULL, 0 };
	return true;
}

bool
list_has(struct text cell, const char *what)
{
	struct text list = list_of(cell), item;

	while (list_next(&list, ';', &item))
		if (text_is(item, what))
			return true;
	return false;
}

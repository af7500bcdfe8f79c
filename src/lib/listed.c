/* listed.c - what is noted of the words of a list. */
#include "config.h"

#include "listed.h"

void
listed_make(struct listed *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		struct text w = list->words[i];

		list->may[w.len % LISTED_LENGTHS] |= (uint64_t)1
			<< listed_bit(w);
	}
}

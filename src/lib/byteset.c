/* byteset.c - two tables of sixteen, asked by the halves of 32 bytes. */
#include "config.h"

#include "byteset.h"

void
byteset_add(struct byteset *s, unsigned char c)
{
	(c < 128 ? s->low : s->high)[c % 16] |= (uint8_t)(1u << c / 16 % 8);
}

/* places.c - the places that a mask of 64 bits has. */
#include "config.h"

#include "places.h"

const uint8_t places_all[64] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
	14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
	32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
	50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63 };

const uint32_t places_at_byte[8][8] = { { 0 }, { 8, 8, 8, 8, 8, 8, 8, 8 },
	{ 16, 16, 16, 16, 16, 16, 16, 16 }, { 24, 24, 24, 24, 24, 24, 24, 24 },
	{ 32, 32, 32, 32, 32, 32, 32, 32 }, { 40, 40, 40, 40, 40, 40, 40, 40 },
	{ 48, 48, 48, 48, 48, 48, 48, 48 },
	{ 56, 56, 56, 56, 56, 56, 56, 56 } };

uint8_t places_of_byte[256][8];

__attribute__((constructor)) static void
fill_bytes(void)
{
	unsigned byte, bit, n;

	for (byte = 0; byte < 256; byte++)
		for (bit = n = 0; bit < 8; bit++)
			if (byte >> bit & 1)
				places_of_byte[byte][n++] = (uint8_t)bit;
}

/* test_bytes.c - the first special byte, wherever it stands. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "bytes.h"

Test(bytes, before_the_first)
{
	static const char stops[4] = { '"', '\\', '\n', ';' };
	char text[50];
	size_t len, at, i;

	memset(text, 'a', sizeof(text));
	for (len = 0; len <= sizeof(text); len++) {
		cr_expect_eq(bytes_before(text, len, stops), len);
		for (at = 0; at < len; at++) {
			for (i = 0; i < 4; i++) {
				text[at] = stops[i];
				cr_assert_eq(bytes_before(text, len, stops), at,
					"%zu: stop %zu at %zu", len, i, at);
			}
			text[at] = 'a';
		}
	}
}

Test(bytes, what_stands_behind_does_not_count)
{
	static const char stops[4] = { '"', '"', '"', '"' };

	cr_expect_eq(bytes_before("aaaaaaaaaaaaaaaaaa\"", 18, stops), 18);
	cr_expect_eq(bytes_before("\"\"", 0, stops), 0);
	cr_expect_eq(bytes_before("\xFF\x80\x22", 3, stops), 2);
}

/* test_tzif.c - damaged zone files, and against the C library's own reading. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tzif.h"
#include "xalloc.h"

/* One type of UTC-5 and the rule "<-05>5", as zic writes version 2. */
static const char lima[] = "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
			   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1"
			   "\0\0\0\0\0\0\0"
			   "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
			   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1"
			   "\xff\xff\xb9\xb0\0\0\0"
			   "\n<-05>5\n";

Test(tzif, a_file_without_transitions)
{
	struct tzif z;

	cr_assert_eq(tzif_parse(&z, lima, sizeof(lima) - 1), CLAMOR_OK);
	cr_expect_eq(tzif_offset_at(&z, 0), -18000);
	cr_expect_eq(tzif_offset_at(&z, INT64_C(4000000000)), -18000);
	tzif_free(&z);
}

Test(tzif, every_cut_is_refused)
{
	struct tzif z;
	size_t n;

	for (n = 0; n < sizeof(lima) - 1; n++) {
		/* a copy of its own, so that reading beyond it is seen */
		char *part = xmemdup0(lima, n);

		cr_expect_eq(tzif_parse(&z, part, n), CLAMOR_EINVAL,
			"%zu bytes", n);
		free(part);
	}
}

Test(tzif, any_changed_byte_is_harmless)
{
	struct tzif z;
	char file[sizeof(lima)];
	size_t i;

	for (i = 0; i < sizeof(lima) - 1; i++) {
		memcpy(file, lima, sizeof(lima));
		file[i] = (char)(file[i] ^ 0xff);
		if (tzif_parse(&z, file, sizeof(lima) - 1) != CLAMOR_OK)
			continue;
		(void)tzif_offset_at(&z, 0);
		(void)tzif_offset_at(&z, INT64_C(4000000000));
		tzif_free(&z);
	}
}

/* The day rules that no zone of today uses. */
Test(tzif, rules_that_count_the_days_of_the_year)
{
	static const struct {
		const char *why, *rule;
		int64_t utc;
		int want;
	} rows[] = {
		{ "J60 is 1 March in a leap year", "A0B,J60/0,J300/0",
			1709251200, 3600 },
		{ "and not 29 February", "A0B,J60/0,J300/0", 1709251199, 0 },
		{ "59 is 29 February in a leap year", "A0B,59/0,300/0",
			1709164800, 3600 },
		{ "half an hour of summer", "A0B-0:30,J60/0,J300/0",
			1709251200, 1800 },
	};
	struct tzif z;
	char file[128];
	size_t i, n = sizeof(lima) - 1 - strlen("<-05>5\n");

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t len = strlen(rows[i].rule);

		memcpy(file, lima, n);
		memcpy(file + n, rows[i].rule, len);
		file[n + len] = '\n';
		cr_assert_eq(tzif_parse(&z, file, n + len + 1), CLAMOR_OK, "%s",
			rows[i].why);
		cr_expect_eq(tzif_offset_at(&z, rows[i].utc), rows[i].want,
			"%s", rows[i].why);
		tzif_free(&z);
	}
}

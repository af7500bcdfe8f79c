/* test_paths.c - posts of JSON as records whose header grows. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

#include "paths.h"

Test(paths, a_new_path_begins_a_batch)
{
	static const char in[] = "{\"a\":1,\"b\":{\"c\":2}}\n{\"a\":3}\n"
				 "{\"d\":4,\"a\":5,\"a\":6}\n{\"x\ny\"}\n"
				 "{\"b\":{\"c\":7}}\n";
	static const char *const want[] = {"1|2|", "3||", "5||4|",
		"broken-json", "|7||"};
	static const size_t batches[] = {2, 3};
	char path[] = "/tmp/clamor-test-XXXXXX";
	int fd = mkstemp(path);
	struct buf got = {0};
	struct header h = {0};
	struct err err = {0};
	struct json_reader *r;
	struct source *s;
	struct batch batch;
	struct paths *p;
	size_t n = 0, nbatches = 0, i, k;

	cr_assert_eq(write(fd, in, sizeof(in) - 1), (ssize_t)sizeof(in) - 1);
	close(fd);
	cr_assert_eq(source_open(&s, path, false, &err), CLAMOR_OK);
	(void)unlink(path);
	r = json_reader_new(s, 0, NULL);
	p = paths_new(r, &h);
	while (paths_next(p, &batch, &err) == CLAMOR_OK) {
		cr_assert_lt(nbatches, 2);
		cr_expect_eq(batch.nrows, batches[nbatches++]);
		for (i = 0; i < batch.nrows; i++, n++) {
			const struct row *row = &batch.rows[i];

			buf_clear(&got);
			if (row->kind == ROW_REJECTED)
				buf_adds(&got, row_reason_name(row->reason));
			for (k = 0; k < row->ncells; k++) {
				buf_addt(&got, row->values[k]);
				buf_addc(&got, '|');
			}
			cr_assert_lt(n, 5);
			cr_expect_str_eq(buf_cstr(&got), want[n]);
			cr_expect_eq(row->number, n + 1);
		}
	}
	cr_expect_eq(n, 5);
	cr_expect(h.sparse);
	cr_assert_eq(h.n, 3);
	cr_expect_str_eq(h.names[0], "a");
	cr_expect_str_eq(h.names[1], "b.c");
	cr_expect_str_eq(h.names[2], "d");
	paths_free(p);
	json_reader_free(r);
	header_free(&h);
	source_close(s);
	buf_free(&got);
}

/* wordlist.c - the column `word` of a file. */
#include "config.h"

#include "table.h"
#include "wordlist.h"

enum rc
wordlist_read(const char *path, struct fold *fold, struct vocab *into,
	void (*add)(struct vocab *into, struct text word), struct err *err)
{
	struct buf folded = { 0 };
	struct table *t;
	size_t word, i;
	enum rc rc = table_read(&t, path, err);

	if (rc != CLAMOR_OK)
		return rc;
	word = table_column(t, "word");
	for (i = 0; i < table_nrows(t); i++) {
		struct text w = table_cell(t, i, word);

		buf_clear(&folded);
		(void)fold_text(fold, &folded, w.p, w.len, NULL);
		add(into, buf_text(&folded));
	}
	buf_free(&folded);
	table_free(t);
	if (word != TABLE_NONE)
		return CLAMOR_OK;
	err_at(err, path, 1, 0);
	return err_set(err, CLAMOR_EINVAL, "no column 'word'");
}

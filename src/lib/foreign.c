/* foreign.c - the table of formats; lists of terms. */
#include "config.h"

#include "foreign.h"
#include "liwc.h"
#include "outline.h"
#include "quanteda.h"
#include "tabbed.h"

typedef enum rc read_file(struct carry *c, struct textfile *f, struct err *err);

/* The same of a CSV file. */
typedef enum rc read_csv(struct carry *c, const char *path, struct err *err);

struct foreign {
	const char *name;
	read_file *read;    /* NULL: all files are CSV */
	read_csv *csv;      /* NULL: none is */
	const char *ending; /* that tells CSV, where there is either */
	int32_t scale;      /* thousandths */
	bool has_weights;   /* by_sign */
};

/* Cut ".txt" off; returns it. */
static struct text
cut_ending(struct text *name)
{
	const char *dot = memrchr(name->p, '.', name->len);
	size_t len = name->len;

	if (dot == NULL || dot == name->p)
		return text_of("");
	name->len = (size_t)(dot - name->p);
	return (struct text){ dot, len - name->len };
}

/* "negativo" for "listas/negativo.txt", and for "negativo.txt.gz". */
static struct text
list_name(const char *path)
{
	bool has_name = path[0] != '(' && strcmp(path, "-") != 0;
	const char *slash = strrchr(path, '/');
	struct text name = text_of(slash != NULL ? slash + 1 : path), ending;

	if (!has_name)
		return text_of("list");
	ending = cut_ending(&name);
	if (text_is(ending, ".gz") || text_is(ending, ".zst") ||
		text_is(ending, ".xz"))
		(void)cut_ending(&name);
	return name;
}

/* One term a line; the name of the list is the category. */
static enum rc
read_list(struct carry *c, struct textfile *f, struct err *err)
{
	struct carry_row row = { .stars = true,
		.category = list_name(textfile_name(f)) };
	enum rc rc;

	while ((rc = textfile_line(f, &row.term, err)) == CLAMOR_OK) {
		row.term = text_trimmed(row.term);
		row.line = f->line;
		if (row.term.len > 0 && !table_is_comment(row.term))
			carry_add(c, &row);
	}
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

/* xan's patterns: columns query and name. */
static enum rc
read_queries(struct carry *c, const char *path, struct err *err)
{
	struct table *t;
	size_t query, name, i;
	enum rc rc = table_read_all(&t, path, carry_bad_record, c, err);

	if (rc != CLAMOR_OK)
		return rc;
	query = table_column(t, "query");
	name = table_column(t, "name");
	if (query == TABLE_NONE) {
		err_at(err, path, 1, 0);
		rc = err_set(err, CLAMOR_EINVAL,
			"no column 'query': are they patterns for xan?");
	}
	for (i = 0; i < table_nrows(t) && rc == CLAMOR_OK; i++) {
		struct carry_row row = { .term = table_cell(t, i, query),
			.category = table_cell(t, i, name),
			.line = table_line(t, i) };

		if (row.category.len == 0)
			row.category = list_name(path);
		carry_add(c, &row);
	}
	table_free(t);
	return rc;
}

/* What says for or against without a number. */
static const struct carry_weight by_sign[] = {
	{ TEXT("positive"), 2000 },
	{ TEXT("negative"), -2000 },
};

static const struct foreign formats[] = {
	{ "sentistrength", tabbed_sentistrength, .scale = 5000 },
	{ "liwc", liwc_read, liwc_read_dicx, ".dicx", .scale = 5000 },
	{ "vader", tabbed_vader, .scale = 4000 },
	{ "afinn", tabbed_afinn, .scale = 5000 },
	{ "emolex", tabbed_emolex, .scale = 5000, .has_weights = true },
	{ "quanteda", quanteda_read, .scale = 5000 },
	{ "wordstat", outline_wordstat, .scale = 5000 },
	{ "lexicoder", outline_lexicoder, .scale = 5000 },
	{ "list", read_list, .scale = 5000 },
	{ "xan", NULL, read_queries, .scale = 5000 },
};

#define NFORMATS (sizeof(formats) / sizeof(formats[0]))

const struct foreign *
foreign_find(const char *name)
{
	size_t i;

	for (i = 0; i < NFORMATS; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

void
foreign_names(struct buf *out)
{
	size_t i;

	for (i = 0; i < NFORMATS; i++)
		buf_addf(out, "%s%s", i > 0 ? ", " : "", formats[i].name);
}

int32_t
foreign_scale(const struct foreign *f)
{
	return f->scale;
}

const struct carry_weight *
foreign_weights(const struct foreign *f, size_t *n)
{
	*n = f->has_weights ? sizeof(by_sign) / sizeof(by_sign[0]) : 0;
	return by_sign;
}

static bool
is_csv(const struct foreign *f, const char *path)
{
	size_t len = strlen(path), n;

	if (f->ending == NULL)
		return f->csv != NULL;
	n = strlen(f->ending);
	return len >= n && strcmp(path + len - n, f->ending) == 0;
}

enum rc
foreign_read(const struct foreign *f, const char *path, struct carry *c,
	const char **encoding, struct err *err)
{
	struct textfile file;
	enum rc rc;

	*encoding = NULL;
	if (is_csv(f, path)) {
		carry_file(c, path);
		return f->csv(c, path, err);
	}
	rc = textfile_open(&file, path, err);
	if (rc != CLAMOR_OK)
		return rc;
	*encoding = file.encoding;
	carry_file(c, textfile_name(&file));
	rc = f->read(c, &file, err);
	textfile_close(&file);
	return rc;
}

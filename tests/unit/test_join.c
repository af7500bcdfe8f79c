/* test_join.c - several lexicons as one file that does the same. */
#include "config.h"

#include "csvout.h"
#include "join.h"
#include "lexfile.h"
#include "matcher.h"

/* What is written of files that are loaded in order. */
static const char *
joined(struct buf *out, const char *const *files, size_t n)
{
	struct lexfile f;
	size_t i;

	lexfile_begin(&f);
	lexicon_keep_dead(f.lex);
	for (i = 0; i < n; i++)
		lexfile_add(&f, files[i]);
	lexfile_finish(&f);
	cr_assert_eq(f.rc, CLAMOR_OK, "%s", f.problems.p);
	buf_clear(out);
	(void)join_write(f.lex, out);
	lexfile_end(&f);
	return buf_cstr(out);
}

#define FILES 3

Test(join, files)
{
	static const struct {
		const char *why, *files[FILES], *want;
	} rows[] = {
		{ "side by side", { "term,weight\nmal,-1\n",
			"term,weight\nbien,1\n", NULL },
			"term,role,forms,weight\nmal,,,-1\nbien,,,1\n" },
		{ "the later one", { "term,weight,mio\nm\xC3\xA1l,-1,a\n",
			"term,tuyo,weight\nMAL,b,-2\n", NULL },
			"term,role,forms,weight,mio,tuyo\nMAL,,,-2,,b\n" },
		{ "by role", { "term,role\nmal,\nmal,insult\n",
			"term,role\nmal,insult\n", NULL },
			"term,role,forms\nmal,,\nmal,insult,\n" },
		{ "separators in a name", { "term,\"a;b;c;d\"\nmal,x\n", NULL },
			"term,role,forms,\"a;b;c;d\"\nmal,,,x\n" },
		{ "some forms", { "term,weight,example\nmal{o|a|os},-1,malo\n",
			"term,weight\nmala,-2\n", NULL },
			"term,role,forms,weight,example\n"
			"mal{o|a|os},,1;3,-1,\nmala,,,-2,\n" },
		{ "of some again", { "term,forms\n{a|b|c|d},1;3;4\n",
			"term,forms\n{c|x},1\n", NULL },
			"term,role,forms\n{a|b|c|d},,1;4\n{c|x},,1\n" },
		{ "off", { "term,weight\n{malo|mala},-1\n",
			"term,role\nmalo,off\nfeo,off\n", NULL },
			"term,role,forms,weight\n{malo|mala},,2,-1\n"
			"malo,off,,\nfeo,off,,\n" },
		{ "off, and back", { "term,weight\nmalo,-1\n",
			"term,role\n{malo|feo},off\n",
			"term,weight,role\nmalo,-2,insult\n" },
			"term,role,forms,weight\n{malo|feo},off,2,\n"
			"malo,insult,,-2\n" },
		{ "slang", { "term,role,to\nq,slang,que\nx,slang,por\n",
			"term,role,to\nq,slang,quien\nx,,\n", NULL },
			"term,role,forms,to\nq,slang,,quien\nx,,,\n" },
		{ "a form twice in a row", { "term\n{a|\xC3\xA1|b}\n",
			"term\nb\n", NULL },
			"term,role,forms\n{a|\xC3\xA1|b},,1;2\nb,,\n" },
		{ "what would be a comment", { "weight,term\n-1,# mal\n",
			"term,weight\nfeo,-1\n", NULL },
			"role,forms,term,weight\n,,# mal,-1\n,,feo,-1\n" },
	};
	struct buf out = { 0 };
	size_t i, n;

	for (i = 0; i < ROWS(rows); i++) {
		for (n = 0; n < FILES && rows[i].files[n] != NULL; n++)
			;
		cr_expect_str_eq(joined(&out, rows[i].files, n), rows[i].want,
			"%s:\n%s", rows[i].why, out.p);
	}
	buf_free(&out);
}

/* Random lexicons. */

static const char *
pick(const char *const *from, size_t n)
{
	return from[roll((unsigned)n)];
}

static const char *const words[] = { "leer", "ler", "mal", "malo", "mala", "q",
	"que", "xq", "no", "sirve", "ni\xC3\xB1o", "nino", "#malo", "Orange",
	"orange", "aa", "a" };

static void
add_term(struct buf *b)
{
	static const char *const shapes[] = { "%s", "%s", "%s", "%s*", "%s %s",
		"{%s|%s}", "{%s|%s|%s}", "%s{| %s}", "%s ~2 %s", "!%s",
		"{%s|%s} {%s|%s}", "<num> %s", "/%s[ab]?xyz/" };
	const char *shape = pick(shapes, ROWS(shapes)), *at;

	for (at = shape; *at != '\0'; at++)
		if (at[0] == '%') {
			buf_adds(b, pick(words, ROWS(words)));
			at++;
		} else {
			buf_addc(b, *at);
		}
}

/* A row; what is wrong with it is for the reader to say. */
static void
add_row(struct buf *b)
{
	static const char *const roles[] = { "", "", "", "insult", "mark:x",
		"off", "off", "slang", "slang", "negator", "brand" };
	const char *role = pick(roles, ROWS(roles));
	bool to = strcmp(role, "slang") == 0 || strcmp(role, "brand") == 0;

	add_term(b);
	buf_addf(b, ",%s,%s,%s,%u\n", strcmp(role, "negator") == 0 ? "" : "-2",
		role, to ? pick(words, ROWS(words)) : "", roll(100));
}

/* A file without rows that are refused: those are left out one by one. */
static void
make_file(struct buf *b)
{
	unsigned n = 1 + roll(12);

	buf_clear(b);
	buf_adds(b, "term,weight,role,to,mio\n");
	while (n-- > 0) {
		size_t had = b->len;
		struct lexfile f;

		add_row(b);
		lexfile_begin(&f);
		lexfile_add(&f, buf_cstr(b));
		lexfile_finish(&f);
		if (f.rc != CLAMOR_OK)
			b->len = had;
		lexfile_end(&f);
	}
	(void)buf_cstr(b);
}

static void
make_post(struct buf *b)
{
	static const char *const more[] = { "leeer", "maaalo", "nooo", "3",
		"malxyz", "qqq", "NINO", ".", "Orange", "#malosirve", "aaa" };
	unsigned n = 1 + roll(8);

	buf_clear(b);
	while (n-- > 0) {
		buf_adds(b, roll(3) ? pick(words, ROWS(words))
				    : pick(more, ROWS(more)));
		buf_addc(b, ' ');
	}
}

/* All that matching a post finds: the text as read, the hits. */
static void
add_hits(struct buf *out, struct lexicon *lex, struct matcher *m,
	struct text post)
{
	struct hits hits = { 0 };
	size_t i;

	cr_assert_eq(matcher_find(m, post, &hits), CLAMOR_OK);
	hits_resolve(&hits);
	buf_addt(out, matcher_post(m)->text);
	buf_addc(out, '\n');
	for (i = 0; i < hits.n; i++) {
		const struct hit *h = &hits.v[i];
		const struct entry *e = h->entry;
		const struct table *t = lexicon_table(lex, e->file);
		struct text mio = table_cell(t, e->row, table_column(t, "mio"));

		buf_addf(out, "%u:%u %.*s %.*s %d %.*s %d\n", h->from, h->to,
			(int)e->term.len, e->term.p, (int)e->role_name.len,
			e->role_name.p, e->weight, (int)mio.len, mio.p,
			h->scores);
	}
	hits_free(&hits);
}

Test(join, the_same_hits)
{
	enum { LEXICONS = 300, POSTS = 30 };
	struct buf files[FILES + 1] = { 0 }, out = { 0 }, post = { 0 };
	struct buf apart = { 0 }, together = { 0 };
	size_t found = 0;
	int i, k, n;

	for (i = 0; i < LEXICONS; i++) {
		struct lexfile in_order, whole, one;
		struct matcher *a, *b;

		lexfile_begin(&in_order);
		lexfile_begin(&whole);
		lexicon_keep_dead(whole.lex);
		n = 1 + (int)roll(FILES);
		for (k = 0; k < n; k++) {
			bool pack = roll(4) == 0, chosen = roll(2);

			make_file(&files[k]);
			if (pack) {
				lexfile_add_pack(
					&in_order, files[k].p, chosen);
				lexfile_add_pack(&whole, files[k].p, chosen);
			} else {
				lexfile_add(&in_order, files[k].p);
				lexfile_add(&whole, files[k].p);
			}
		}
		lexfile_finish(&in_order);
		lexfile_finish(&whole);
		cr_assert_eq(in_order.rc, CLAMOR_OK);
		buf_clear(&out);
		(void)join_write(whole.lex, &out);
		lexfile_one(&one, buf_cstr(&out));
		a = matcher_new(in_order.lex);
		b = matcher_new(one.lex);
		for (k = 0; k < POSTS; k++) {
			make_post(&post);
			buf_clear(&apart);
			buf_clear(&together);
			add_hits(&apart, in_order.lex, a, buf_text(&post));
			add_hits(&together, one.lex, b, buf_text(&post));
			cr_assert_str_eq(buf_cstr(&together), buf_cstr(&apart),
				"%d: %s\n%s\n%s", i, buf_cstr(&post), files[0].p,
				out.p);
			found += apart.len > post.len;
		}
		matcher_free(a);
		matcher_free(b);
		lexfile_end(&in_order);
		lexfile_end(&whole);
		lexfile_end(&one);
	}
	cr_expect_gt(found, LEXICONS * POSTS / 4, "%zu", found);
	for (k = 0; k < FILES; k++)
		buf_free(&files[k]);
	buf_free(&out);
	buf_free(&post);
	buf_free(&apart);
	buf_free(&together);
}

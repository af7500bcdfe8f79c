/*
 * fuzz_lexicon.c - any bytes as a lexicon file.
 *
 * Promises: it is read or refused with a place and a reason; what was read
 * matches without harm; a gate that stays shut hides no match; what is suspect
 * is told; joined, it is a lexicon that finds the same.
 */
#include "config.h"

#include "fuzz.h"
#include "join.h"
#include "lint.h"
#include "matcher.h"
#include "regex.h"
#include "rivals.h"
#include "trial.h"
#include "wider.h"

static const char codes_file[] = "code,area,stage,name_es,name_en,about\n"
				 "trato,tienda,uso,Trato,Service,x\n"
				 "general,todos,uso,General,General,x\n";

static const char *const posts[] = {
	"No me llega el pedido, llevo 3 horas esperando :( @Tienda #MalServicio",
	"p\xC3\xA9simo p\xC3\xA9simo NOOO gracias!! $500 14:30 www.x.com "
	"\xF0\x9F\x98\xA1 xq tb ni\xC3\xB1o ano a\xC3\xB1o Orange",
	"a a a a a a a a a b b b b a b a b a b a b a b a b a b a b c c c c",
	"aaa abc abcabc xx 123 a1 - \xC2\xBFqu\xC3\xA9? no no no. Si",
};

static void
on_problem(void *ctx, const struct err *err)
{
	size_t *n = ctx;

	MUST(err->text[0] != '\0');
	MUST(memchr(err->text, '\0', sizeof(err->text)) != NULL);
	(*n)++;
}

static void
check_gate(const struct lexicon *lex, const struct lexicon_form *f,
	struct text folded)
{
	struct text pattern = text_inside(lexicon_expression(lex, f)->cell);
	const struct text words[] = { folded,
		text_of("abcabc 123 xyz -_#@, aaa bbb por que no\nme") };
	struct regex *r;
	struct err err;
	size_t start, end, i;

	MUST(regex_new(&r, pattern, &err) == CLAMOR_OK);
	for (i = 0; i < 2; i++)
		MUST(gate_opens(regex_gate(r), words[i]) ||
			regex_next(r, words[i], 0, &start, &end) != CLAMOR_OK);
	regex_free(r);
}

static void
match_all(const struct lexicon *lex)
{
	struct matcher *m = matcher_new(lex);
	struct hits hits = { 0 };
	size_t i, k;
	enum rc rc;

	for (i = 0; i < sizeof(posts) / sizeof(posts[0]); i++) {
		struct text t = text_of(posts[i]);

		rc = matcher_find(m, t, &hits);
		MUST(rc == CLAMOR_OK || rc == CLAMOR_ELIMIT);
		hits_resolve(&hits);
		for (k = 0; k < hits.n; k++) {
			MUST(hits.v[k].from < hits.v[k].to);
			MUST(hits.v[k].to <= t.len);
			MUST(hits.v[k].first <= hits.v[k].last);
		}
		for (k = 0; k < lexicon_nforms(lex) && k < 8; k++)
			if (lexicon_form(lex, k)->is_regex)
				check_gate(lex, lexicon_form(lex, k),
					matcher_post(m)->text);
	}
	hits_free(&hits);
	matcher_free(m);
}

static void
on_finding(void *ctx, const struct err *err, const char *suggestion)
{
	(void)ctx;
	MUST(err->text[0] != '\0');
	MUST(err->line > 0);
	MUST(suggestion[0] != '\0');
}

static void
look_closer(const struct lexicon *lex)
{
	const struct findings f = { lex, on_finding, NULL };

	lint_columns(&f);
	lint_examples(&f);
	lint_gates(&f);
	trial_expressions(&f);
	lint_expressions(&f);
	lint_dead(&f);
	wider_swallowed(&f);
	rivals_alike(&f);
	rivals_contradictory(&f);
}

/* All that is found in the posts, and what they are read as. */
static void
write_hits(struct buf *out, const struct lexicon *lex)
{
	struct matcher *m = matcher_new(lex);
	struct hits hits = { 0 };
	size_t i, k;

	buf_clear(out);
	for (i = 0; i < sizeof(posts) / sizeof(posts[0]); i++) {
		MUST(matcher_find(m, text_of(posts[i]), &hits) != CLAMOR_EIO);
		hits_resolve(&hits);
		buf_addt(out, matcher_post(m)->text);
		for (k = 0; k < hits.n; k++) {
			const struct hit *h = &hits.v[k];

			buf_addf(out, "\n%u:%u %d %d ", h->from, h->to,
				h->entry->weight, h->scores);
			buf_addt(out, h->entry->term);
			buf_addc(out, ' ');
			buf_addt(out, h->entry->role_name);
		}
		buf_addc(out, '\n');
	}
	hits_free(&hits);
	matcher_free(m);
}

static void
check_join(const struct codes *codes, const struct lexicon *lex,
	const void *data, size_t size)
{
	struct lexicon *whole = lexicon_new(codes), *one = lexicon_new(codes);
	struct buf out = { 0 }, was = { 0 }, is = { 0 };
	size_t problems = 0;

	lexicon_keep_dead(whole);
	MUST(lexicon_add(whole, fuzz_file(data, size), on_problem, &problems) ==
		CLAMOR_OK);
	fuzz_unlink();
	MUST(lexicon_finish(whole, on_problem, &problems) == CLAMOR_OK);
	lexicon_make_keys(whole);
	(void)join_write(whole, &out);
	MUST(lexicon_add(one, fuzz_file(out.p, out.len), on_problem,
		     &problems) == CLAMOR_OK);
	fuzz_unlink();
	MUST(lexicon_finish(one, on_problem, &problems) == CLAMOR_OK);
	write_hits(&was, lex);
	write_hits(&is, one);
	MUST(text_eq(buf_text(&was), buf_text(&is)));
	lexicon_free(whole);
	lexicon_free(one);
	buf_free(&out);
	buf_free(&was);
	buf_free(&is);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct codes *codes;
	struct lexicon *lex;
	struct err err = { 0 };
	size_t problems = 0;
	enum rc rc;

	if (codes == NULL) {
		MUST(codes_read(&codes,
			     fuzz_file(codes_file, sizeof(codes_file) - 1),
			     &err) == CLAMOR_OK);
		fuzz_unlink();
	}
	lex = lexicon_new(codes);
	rc = lexicon_add(lex, fuzz_file(data, size), on_problem, &problems);
	fuzz_unlink();
	MUST((rc == CLAMOR_OK) == (problems == 0));
	rc = lexicon_finish(lex, on_problem, &problems);
	MUST(rc == CLAMOR_OK || problems > 0);
	match_all(lex);
	if (problems == 0) {
		lexicon_make_keys(lex);
		look_closer(lex);
		check_join(codes, lex, data, size);
	}
	lexicon_free(lex);
	return 0;
}

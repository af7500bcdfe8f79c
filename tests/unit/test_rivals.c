/* test_rivals.c - entries in each other's way (rivals.c, wider.c). */
#include "config.h"

#include "lexfile.h"
#include "rivals.h"
#include "wider.h"

/* "LINE: TEXT (SUGGESTION)" each; the path of the file is left out. */
static struct buf told;

static void
tell(void *ctx, const struct err *err, const char *suggestion)
{
	const char *at = err->text, *path;
	size_t len = strlen(err->file);

	(void)ctx;
	buf_addf(&told, "%zu: ", err->line);
	while ((path = strstr(at, err->file)) != NULL) {
		buf_add(&told, at, (size_t)(path - at));
		at = path + len;
	}
	buf_addf(&told, "%s (%s)\n", at, suggestion);
}

static const char *
look(void (*rivals)(const struct findings *), const char *text)
{
	struct lexfile file;
	struct findings f = { .tell = tell };

	lexfile_one(&file, text);
	f.lex = file.lex;
	buf_clear(&told);
	rivals(&f);
	lexfile_end(&file);
	return buf_cstr(&told);
}

#define SAME(line, term, by, at)                                               \
	line ": '" term "' adds nothing: '" by "' in :" at                     \
	     " matches all of it and says the same (take it out)\n"
#define NEVER(line, term, by, at)                                              \
	line ": '" term "' never counts: '" by "' in :" at                     \
	     " matches all of it, says something else and comes first "        \
	     "(narrow the wider one, or take one out)\n"

Test(rivals, doubled)
{
	static const struct {
		const char *why, *rows, *want;
	} rows[] = {
		{ "two roles", "mal,-2,\nmal,-4,insult\n",
			"3: 'mal' never counts: 'mal' in :2 has another role "
			"and comes first (take one of them out)\n" },
		{ "the other way round", "mal,-2,spam\nm\xC3\xA1l,-4,insult\n",
			"3: 'm\xC3\xA1l' never counts: 'mal' in :2 has another "
			"role and comes first (take one of them out)\n" },
		{ "by the term", "{mal},-2,\nmal,-4,insult\n",
			"2: '{mal}' never counts: 'mal' in :3 has another role "
			"and comes first (take one of them out)\n" },
		{ "other forms do count", "mal,-2,\n{mal|malo},-4,insult\n", "" },
		{ "no two opinions", "mal,-2,\nmal,,mark:x\nmal,,negator\n", "" },
		{ "gaps", "no va,-2,\nno ~1 va,-2,insult\n", "" },
	};
	struct buf text = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&text);
		buf_adds(&text, "term,weight,role\n");
		buf_adds(&text, rows[i].rows);
		cr_expect_str_eq(look(rivals_doubled, buf_cstr(&text)),
			rows[i].want, "%s", rows[i].why);
	}
	buf_free(&text);
}

Test(rivals, swallowed)
{
	static const struct {
		const char *why, *rows, *want;
	} rows[] = {
		{ "the same", "mal*,-3,\nmalo,-3,\n",
			SAME("3", "malo", "mal*", "2") },
		{ "the other way round", "malo,-3,\nmal*,-3,\n",
			SAME("2", "malo", "mal*", "3") },
		{ "another weight", "mal*,-3,\nmalos,-4,\n",
			NEVER("3", "malos", "mal*", "2") },
		{ "an exception that comes first",
			"mal*,-3,\n!malos,-4,\nbue*,3,\nbu,1,\n", "" },
		{ "an exception by its braces", "{feo|mal}*,-3,\nmalos,-4,\n",
			"" },
		{ "another role", "mal*,-3,\nmalo,-3,insult\n", "" },
		{ "not all forms", "mal*,-3,\n{malo|peor},-3,\n", "" },
		{ "all forms, by two", "mal*,-3,\npeo*,-3,\n{malo|peor},-3,\n",
			"4: '{malo|peor}' adds nothing: 'mal*' in :2 (and "
			"another) matches all of it and says the same (take "
			"it out)\n" },
		{ "phrases", "mal* servici*,-3,\nmalos servicios,-3,\n",
			SAME("3", "malos servicios", "mal* servici*", "2") },
		{ "the second word is the wide one",
			"mal servici*,-3,\nmal servicio,-3,\n",
			SAME("3", "mal servicio", "mal servici*", "2") },
		{ "another word", "mal* servici*,-3,\nmalos tratos,-3,\n", "" },
		{ "a longer stem", "mal*,-3,\nmalt*,-3,\n",
			SAME("3", "malt*", "mal*", "2") },
		{ "a gap", "no ~2 llega,-3,\nno llega,-3,\n",
			SAME("3", "no llega", "no ~2 llega", "2") },
		{ "a gap that is too small", "no ~2 llega,-3,\nno ~3 llega,-3,\n",
			SAME("2", "no ~2 llega", "no ~3 llega", "3") },
		{ "a class", "<num> hora*,-3,\n<num> horas,-3,\n",
			SAME("3", "<num> horas", "<num> hora*", "2") },
		{ "digits have no endings", "5*,-3,\n5\xE2\x82\xAC,-3,\n", "" },
		{ "an expression", "mal*,-3,\n/\\bmalo\\b/,-3,\n", "" },
		{ "marks stand side by side", "mal*,,mark:a\nmalo,-1,mark:a\n",
			"" },
	};
	struct buf in = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&in);
		buf_addf(&in, "term,weight,role\n%s", rows[i].rows);
		cr_expect_str_eq(look(wider_swallowed, buf_cstr(&in)),
			rows[i].want, "%s:\n%s", rows[i].why, told.p);
	}
	buf_free(&in);
}

Test(rivals, alike)
{
	cr_expect_str_eq(look(rivals_alike, "term,weight,role\n"
			"no llega el pedido,-3,\nno llega pedido,-2,\n"
			"lo peor,-3,\npeor,-3,\n"
			"por {la|una} queja,-1,\n"
			"mal ~1 el trato,-1,\nmal trato,-1,\n"
			"el cajero robot,-1,\nla cajero robot,-1,\n"
			"el fin malo,-1,\nfin malo,,mark:fin\n"
			"la pena de,0,\npena de,-1,\nun buen dia,2,\n"
			"buen dia,2,\nno ~1 la repararon,-1,\n"
			"no ~1 repararon,-1,\nlo mas barato,2,\n"
			"mas barato,1,\nla mas fea que,-1,\nmas fea que la,-1,\n"
			"/el fin malo/,-1,\n"),
		"3: 'no llega pedido' is nearly 'no llega el pedido' in :2: "
		"they differ by articles (no llega {|el} pedido)\n"
		"10: 'la cajero robot' is nearly 'el cajero robot' in :9: they "
		"differ by articles ({la cajero robot|el cajero robot})\n"
		"16: 'buen dia' is nearly 'un buen dia' in :15: they differ by "
		"articles ({|un} buen dia)\n"
		"18: 'no ~1 repararon' is nearly 'no ~1 la repararon' in :17: "
		"they differ by articles (no ~1 {|la} repararon)\n",
		"%s", told.p);
}

Test(rivals, contradictory)
{
	cr_expect_str_eq(look(rivals_contradictory, "term,weight,role\n"
			"bien,3,\nbien,-3,insult\n"
			"muy bueno,2,\nmuy ~2 bueno,-1.5,\n"
			"mal trato,-1,\nmal ~2 trato,-2,\n"
			"nada,0,\nnada,1,insult\n"
			"!Vaya,1,\nvaya,-1,\n/vaya/,-1,\n"),
		"3: 'bien' weighs -3, but 'bien' in :2 weighs 3 (give both the "
		"same sign, or take one out)\n"
		"5: 'muy ~2 bueno' weighs -1.5, but 'muy bueno' in :4 weighs 2 "
		"(give both the same sign, or take one out)\n", "%s", told.p);
}

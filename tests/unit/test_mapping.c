/* test_mapping.c - columns by their names, on the headers of real exports. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "mapping.h"

#define COLUMNS_MAX 32

static struct aliases *aliases;

/* The shipped table, from the source tree. */
static void
load(void)
{
	const char *folder = getenv("CLAMOR_PROFILES");
	const char *top = getenv("top_srcdir");
	struct buf path = { 0 };
	struct err err = { 0 };

	if (folder != NULL)
		buf_addf(&path, "%s/aliases.csv", folder);
	else
		buf_addf(&path, "%s/profiles/aliases.csv", top ? top : ".");
	cr_assert_eq(aliases_load(&aliases, buf_cstr(&path), &err), CLAMOR_OK,
		"%s:%zu: %s", err.file, err.line, err.text);
	buf_free(&path);
}

static void
unload(void)
{
	aliases_free(aliases);
}

/* Names separated by | as a header; for one call at a time. */
static struct header
header_of(const char *names)
{
	static char *list[COLUMNS_MAX];
	static char copy[1024];
	struct header h = { list, 0, false };
	char *p;

	(void)snprintf(copy, sizeof(copy), "%s", names);
	for (p = strtok(copy, "|"); p != NULL; p = strtok(NULL, "|"))
		list[h.n++] = p;
	return h;
}

static enum rc
decide(struct mapping *m, const struct header *h, const char *const *wanted,
	struct err *err)
{
	const struct mapping_options opt = { .aliases = aliases,
		.wanted = wanted };
	struct names *names = names_new();
	enum rc rc;

	names_update(names, h);
	rc = mapping_decide(m, &opt, h, names, false, err);
	names_free(names);
	return rc;
}

/* "id=x date=y …": what a header is recognised as. */
static const char *
recognise(const char *names, const char *const wanted[CANON_PARTS])
{
	static struct buf out;
	struct header h = header_of(names);
	struct err err = { 0 };
	struct mapping m;
	size_t i;

	buf_clear(&out);
	if (decide(&m, &h, wanted, &err) != CLAMOR_OK) {
		buf_addf(&out, "error: %s", err.text);
		return buf_cstr(&out);
	}
	for (i = 0; i < CANON_PARTS; i++)
		if (m.parts[i].n > 0)
			buf_addf(&out, "%s%s=%s", out.len ? " " : "",
				canon_name((enum canon)i),
				h.names[m.parts[i].fields[0].column]);
	if (m.parts[CANON_SOURCE].constant != NULL)
		buf_addf(&out, " from %s", m.parts[CANON_SOURCE].constant);
	if (m.spanish)
		buf_adds(&out, " es");
	return buf_cstr(&out);
}

Test(mapping, exports, .init = load, .fini = unload)
{
	static const struct {
		const char *why, *names, *want;
	} rows[] = {
		{ "tweets with masked authors",
			"is_reply|reply_count|retweet_count|text|tweet_coord|"
			"tweet_created|tweet_id|tweet_location|user_timezone",
			"id=tweet_id date=tweet_created text=text "
			"shares=retweet_count replies=reply_count "
			"place=tweet_location from x" },
		{ "the standard API",
			"created_at|id|id_str|full_text|source|"
			"in_reply_to_status_id|user_screen_name|lang|"
			"favorite_count",
			"id=id_str date=created_at author=user_screen_name "
			"text=full_text likes=favorite_count "
			"reply_to=in_reply_to_status_id lang=lang from x" },
		{ "the name that needs no folding comes first",
			"_id|id|link_id|body", "id=id text=body thread=link_id" },
		{ "Meltwater names its sources",
			"Source|Hit Sentence|Tweet Id",
			"id=Tweet Id source=Source text=Hit Sentence" },
		{ "comments on Reddit",
			"post_id|post_author|comment_id|comment_author|title|"
			"selftext|subreddit|comment|comment_score|"
			"comment_created_utc",
			"id=comment_id date=comment_created_utc "
			"author=comment_author text=comment "
			"likes=comment_score thread=post_id from reddit" },
		{ "a dump of Reddit's comments",
			"author|body|created_utc|id|link_id|parent_id|score|"
			"subreddit",
			"id=id date=created_utc author=author text=body "
			"likes=score reply_to=parent_id thread=link_id "
			"from reddit" },
		{ "submissions", "title|selftext|created_utc|author|score",
			"date=created_utc author=author text=selftext "
			"likes=score title=title from reddit" },
		{ "Spanish reviews",
			"FECHA|Puntuacion|Título|Comentario|Respuesta",
			"date=FECHA text=Comentario rating=Puntuacion "
			"reply_text=Respuesta title=Título es" },
		{ "Google Play Console",
			"Package Name|Reviewer Language|"
			"Review Submit Date and Time|Star Rating|Review Title|"
			"Review Text|Developer Reply Date and Time|"
			"Developer Reply Text|Review Link",
			"date=Review Submit Date and Time brand=Package Name "
			"text=Review Text rating=Star Rating "
			"reply_text=Developer Reply Text "
			"reply_date=Developer Reply Date and Time "
			"lang=Reviewer Language url=Review Link "
			"title=Review Title from play" },
		{ "google-play-scraper: score is the stars",
			"reviewId|userName|content|score|thumbsUpCount|at|"
			"replyContent|repliedAt",
			"id=reviewId date=at author=userName text=content "
			"rating=score likes=thumbsUpCount "
			"reply_text=replyContent reply_date=repliedAt "
			"from play" },
		{ "Customer Support on Twitter",
			"tweet_id|author_id|inbound|created_at|text|"
			"response_tweet_id|in_response_to_tweet_id",
			"id=tweet_id date=created_at author=author_id "
			"text=text reply_to=in_response_to_tweet_id "
			"direction=inbound from x" },
		{ "comments are a count where a text is there",
			"Mensaje|Comentarios|Me gusta|Compartidos",
			"text=Mensaje likes=Me gusta shares=Compartidos "
			"replies=Comentarios es" },
		{ "and the text where none is", "Comentarios|Nota",
			"text=Comentarios rating=Nota es" },
		{ "dashes, cases, blanks", "FULL-TEXT|Created\u2013At|ID ",
			"id=ID  date=Created\u2013At text=FULL-TEXT" },
		{ "a title alone is the text", "title|url",
			"text=title url=url" },
		{ "a word of a name, where no name is known",
			"Comentario de la visita|fecha_visita|Tipo comentario|"
			"num comentarios",
			"date=fecha_visita text=Comentario de la visita "
			"replies=num comentarios es" },
		{ "words in capitals", "userComment|customerMessage|nps",
			"text=customerMessage" },
		{ "two of them",
			"Comentario positivo|Comentario negativo|Puntuación",
			"error: skipped: the text may be in 'Comentario "
			"positivo' or in 'Comentario negativo'; say where: "
			"--map text=COLUMN (text= for none)" },
		{ "a form with a question",
			"Marca temporal|¿Qué opinas del servicio?|Sucursal",
			"date=Marca temporal text=¿Qué opinas del servicio? "
			"place=Sucursal es" },
		{ "nothing known", "a|b", "" },
		{ "the same name twice", "texto|Texto",
			"error: column 'texto' stands there twice; name "
			"another one (or none) for text: --map text=COLUMN" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_str_eq(recognise(rows[i].names, NULL), rows[i].want,
			"%s", rows[i].why);
}

Test(mapping, canonical_columns_are_themselves, .init = load, .fini = unload)
{
	struct buf names = { 0 }, want = { 0 };
	size_t i;

	/* also where a column of the export would tell another source */
	for (i = 0; i < CANON_N; i++) {
		const char *name = canon_name((enum canon)i);

		buf_addf(&names, "%s|", name);
		buf_addf(&want, "%s%s=%s", i ? " " : "", name, name);
	}
	buf_adds(&names, "retweet_count");
	cr_expect_str_eq(recognise(buf_cstr(&names), NULL), buf_cstr(&want));
	buf_free(&names);
	buf_free(&want);
}

Test(mapping, the_user_decides, .init = load, .fini = unload)
{
	const char *wanted[CANON_PARTS] = { [CANON_TEXT] = "otro texto",
		[CANON_DATE] = "" };

	cr_expect_str_eq(recognise("id|texto|Otro Texto|fecha|título", wanted),
		"id=id text=Otro Texto es",
		"his text has no title, and he wants no date");
	wanted[CANON_TITLE] = "título";
	cr_expect_str_eq(recognise("id|texto|Otro Texto|título", wanted),
		"id=id text=Otro Texto title=título es");
	cr_expect_str_eq(recognise("id|texto", wanted),
		"error: no column 'otro texto' for text; the columns are "
		"'id', 'texto'");
}

/* Are the times of a header's only date UTC? */
static bool
is_utc(const char *names)
{
	struct header h = header_of(names);
	struct err err = { 0 };
	struct mapping m;

	cr_assert_eq(decide(&m, &h, NULL, &err), CLAMOR_OK);
	cr_assert_eq(m.parts[CANON_DATE].n, 1);
	return m.parts[CANON_DATE].fields[0].how.utc;
}

Test(mapping, utc_by_name, .init = load, .fini = unload)
{
	cr_expect(is_utc("comment_created_utc|text"));
	cr_expect_not(is_utc("created_at|text"));
}

Test(mapping, a_bad_table_is_told_with_its_line)
{
	static const struct {
		const char *in, *text;
		size_t line;
	} rows[] = {
		{ "column,alias,note\ntext,texto,\ntxt,t,\n",
			"this is no alias: txt,t,", 3 },
		{ "column,alias,note\ntext,,\n", "this is no alias: text,,",
			2 },
		{ "column,alias,note\ntext,a\n", "ragged record", 2 },
		{ "a,b\n", "the columns 'column' and 'alias' are needed", 0 },
		{ "", "empty file", 0 },
	};
	char path[] = "/tmp/clamor-test-XXXXXX";
	struct aliases *a;
	int fd = mkstemp(path);
	size_t i;

	cr_assert(fd >= 0);
	(void)close(fd);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		FILE *f = fopen(path, "wb");
		struct err err = { 0 };

		cr_assert_not_null(f);
		(void)fputs(rows[i].in, f);
		(void)fclose(f);
		cr_expect_eq(aliases_load(&a, path, &err), CLAMOR_EINVAL);
		cr_expect_null(a);
		cr_expect_str_eq(err.text, rows[i].text);
		cr_expect_eq(err.line, rows[i].line, "%s", rows[i].text);
	}
	(void)unlink(path);
	cr_expect_eq(aliases_load(&a, path, NULL), CLAMOR_ENOTFOUND);
}

Test(mapping, what_serves_in_posts_of_json, .init = load, .fini = unload)
{
	static char words[][20] = {"text", "note_tweet.text", "ID", "id",
		"content", "account.acct"};
	char *names[] = {words[0], words[1], words[2], words[3], words[4],
		words[5]};
	struct header h = {names, 6, true};
	struct err err = {0};
	struct mapping m;
	const struct mapping_part *text = &m.parts[CANON_TEXT];

	cr_assert_eq(decide(&m, &h, NULL, &err), CLAMOR_OK, "%s", err.text);
	cr_assert_eq(text->n, 3);
	cr_expect_eq(text->fields[0].column, 1, "the long text first");
	cr_expect_eq(text->fields[1].column, 0);
	cr_expect_eq(text->fields[2].column, 4);
	cr_expect_eq(text->fields[1].how.plain, PLAIN_AS_IS);
	cr_expect_eq(text->fields[2].how.plain, PLAIN_HTML);
	cr_assert_eq(m.parts[CANON_ID].n, 2);
	cr_expect_eq(m.parts[CANON_ID].fields[0].column, 2,
		"two of a name: the first");
	cr_expect_eq(m.parts[CANON_ID].fields[1].column, 3);
}

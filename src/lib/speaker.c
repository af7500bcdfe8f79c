/* speaker.c - customer or reporter. */
#include "config.h"

#include "listed.h"
#include "speaker.h"

/* Words of the one who writes, or is there, and of those that are spoken to. Of
 * verbs only those that every complaint is made of; the rest is in pronouns. */
LISTED(me, TEXT("yo"), TEXT("me"), TEXT("mi"), TEXT("mis"), TEXT("mio"),
	TEXT("mia"), TEXT("mios"), TEXT("mias"), TEXT("conmigo"), TEXT("estoy"),
	TEXT("soy"), TEXT("tengo"), TEXT("llevo"), TEXT("sigo"), TEXT("voy"),
	TEXT("fui"), TEXT("quiero"), TEXT("puedo"), TEXT("espero"),
	TEXT("creo"));
LISTED(us, TEXT("nos"), TEXT("nosotros"), TEXT("nosotras"), TEXT("nuestro"),
	TEXT("nuestra"), TEXT("nuestros"), TEXT("nuestras"), TEXT("estamos"),
	TEXT("tenemos"), TEXT("llevamos"), TEXT("seguimos"), TEXT("vamos"),
	TEXT("somos"), TEXT("aqui"), TEXT("aca"));
LISTED(done_to, TEXT("me"), TEXT("nos"));
LISTED(you, TEXT("tu"), TEXT("tus"), TEXT("te"), TEXT("ti"), TEXT("vos"),
	TEXT("usted"), TEXT("ustedes"), TEXT("vosotros"), TEXT("vosotras"),
	TEXT("os"), TEXT("vuestro"), TEXT("vuestra"), TEXT("vuestros"),
	TEXT("vuestras"), TEXT("sois"), TEXT("señores"), TEXT("oye"),
	TEXT("oigan"), TEXT("hola"));

/* How people begin, and headlines do not. */
LISTED(chat, TEXT("cuando"), TEXT("gracias"), TEXT("felicidades"), TEXT("vaya"),
	TEXT("otra"), TEXT("otro"), TEXT("asi"), TEXT("si"), TEXT("pues"));

static const struct text ajeno = TEXT("ajeno"), consejo = TEXT("consejo"),
			 respuesta = TEXT("respuesta"), oferta = TEXT("oferta"),
			 noticia = TEXT("noticia");

static bool
has_any(const struct post *p, const struct listed *list)
{
	size_t i;

	for (i = 0; i < p->ntokens; i++)
		if (p->tokens[i].kind == TOKEN_WORD &&
			listed_has(list, post_word(p, i)))
			return true;
	return false;
}

static bool
has_mark(const struct hits *hits, struct text mark)
{
	size_t i;

	for (i = 0; i < hits->n; i++)
		if (hits->v[i].entry->role == ROLE_MARK &&
			text_eq(hits->v[i].entry->name, mark))
			return true;
	return false;
}

static inline bool
is_marked(const struct hits *hits, struct text mark)
{
	return hits_have(hits, ROLE_MARK) && has_mark(hits, mark);
}

/* Where the links at the end of the post begin; ntokens if there are none. */
static size_t
links_at_end(const struct post *p)
{
	size_t i = p->ntokens;

	while (i > 0 && p->tokens[i - 1].kind == TOKEN_URL)
		i--;
	return i;
}

/* Does the text break off before token i? Exports cut long posts with "…". */
static bool
is_cut(const struct post *p, size_t i)
{
	size_t from = i > 0 ? p->tokens[i - 1].end : 0;
	struct text gap = { p->text.p + from, p->tokens[i].start - from };

	return memmem(gap.p, gap.len, "\xE2\x80\xA6", 3) != NULL ||
		memmem(gap.p, gap.len, "...", 3) != NULL;
}

/* Plain words, then a link: nothing shouted, laughed, asked or cursed. */
static bool
is_headline(const struct post *p, const struct hits *hits,
	const struct rules *rules)
{
	size_t end = links_at_end(p), i;
	int32_t words = 0;

	if (end == p->ntokens || is_cut(p, end) ||
		listed_has(&chat, post_word(p, 0)) ||
		memchr(p->text.p, '!', p->text.len) != NULL ||
		memchr(p->text.p, '?', p->text.len) != NULL)
		return false;
	for (i = 0; i < end; i++) {
		if (p->tokens[i].kind == TOKEN_EMOJI ||
			p->tokens[i].kind == TOKEN_EMOTICON ||
			p->tokens[i].flags & TOKEN_ELONGATED)
			return false;
		words += p->tokens[i].kind == TOKEN_WORD ? 1000 : 0;
	}
	for (i = 0; i < hits->n; i++)
		if (hits->v[i].entry->role == ROLE_INSULT)
			return false;
	return words >= rules->headline_min;
}

/* Is it about football, films or politics, and nothing names a company? */
static bool
is_elsewhere(const struct post *p, const struct hits *hits)
{
	size_t i;

	if (!is_marked(hits, ajeno))
		return false;
	for (i = 0; i < p->ntokens; i++)
		if (p->tokens[i].kind == TOKEN_USER)
			return false;
	for (i = 0; i < hits->n; i++) {
		const struct entry *e = hits->v[i].entry;

		if (e->role == ROLE_BRAND ||
			(e->code != CODE_NONE && e->weight != 0))
			return false;
	}
	return true;
}

bool
speaker_reports(const struct post *p, const struct hits *hits, int64_t sum,
	const struct rules *rules)
{
	if (is_elsewhere(p, hits))
		return true;
	if (sum < rules->aside_max && sum > -rules->aside_max &&
		(is_marked(hits, consejo) || is_marked(hits, respuesta)))
		return true;
	if (p->ntokens == 0 || p->tokens[0].kind == TOKEN_USER)
		return false;
	if (is_marked(hits, oferta))
		return sum > -rules->aside_max && !has_any(p, &me);
	if (!is_marked(hits, noticia) && !is_headline(p, hits, rules))
		return false;
	return !has_any(p, &me) && !has_any(p, &us) && !has_any(p, &you);
}

bool
speaker_undergoes(const struct post *p)
{
	return has_any(p, &done_to);
}

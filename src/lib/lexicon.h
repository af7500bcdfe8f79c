/*
 * lexicon.h - lexicon files read, merged and made ready for the matcher.
 *
 * Files are added in order: the defaults, country packs, the user's own. Of
 * two rows whose terms expand to the same form in the same role, the later
 * file's wins, whole; inside one file that is an error. See clamor-lexicon(5).
 */
#ifndef CLAMOR_LEXICON_H
#define CLAMOR_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "merge.h"
#include "search.h"

struct lexicon; /* opaque; shared by threads once finished */

/**
 * An empty lexicon.
 *
 * @codes  the codes that rows may name; must outlive the lexicon
 */
struct lexicon *lexicon_new(const struct codes *codes);
void lexicon_free(struct lexicon *l);

/** Let forms that stand in two files be problems too (clamor-lexicon check).
 * Implies lexicon_spell_out, as does lexicon_keep_dead. */
void lexicon_set_strict(struct lexicon *l);

/** Prepare nothing to look for: enough for post_read, not for a matcher. */
void lexicon_words_only(struct lexicon *l);

/** Let each form stand by itself: for tools that look at forms, which have no
 * sets then. Before anything is added. */
void lexicon_spell_out(struct lexicon *l);

/** Let forms that do not act stay (lexicon_form.live tells them), and those of
 * role=off and slang: for clamor-lexicon merge, never for a matcher. */
void lexicon_keep_dead(struct lexicon *l);

/**
 * Add a file.
 *
 * @problem  told of every bad row (the others are taken)
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL, _EIO, _ENOTFOUND if any was told.
 */
CLAMOR_NODISCARD enum rc lexicon_add(struct lexicon *l, const char *path,
	lexicon_problem *problem, void *ctx);

/**
 * Add the pack of a country, behind the files that are for all and before the
 * user's own. Packs that are not chosen only add what is undisputed: they
 * never replace a form of a file before them, and forms on which two packs
 * disagree (by the sign of the weight, topic, intent or result) go out. The
 * chosen one, added behind the others, replaces whatever was said before.
 *
 * @slang_only  leave out all rows of other roles
 *
 * Returns what lexicon_add returns.
 */
CLAMOR_NODISCARD enum rc lexicon_add_pack(struct lexicon *l, const char *path,
	bool chosen, bool slang_only, lexicon_problem *problem, void *ctx);

/**
 * Read the list of words whose ñ must not be typed n (different.csv, column
 * word). Before lexicon_finish.
 */
CLAMOR_NODISCARD enum rc lexicon_add_different(
	struct lexicon *l, const char *path, struct err *err);

/** Let posts be read as they are typed: see vocab_keep_typed. */
void lexicon_keep_typed(struct lexicon *l);

/**
 * Read the list of ordinary words that are no misspelling of another
 * (ordinary.csv, column word), and let the words of the lexicon be misspelt.
 * Before lexicon_finish.
 */
CLAMOR_NODISCARD enum rc lexicon_add_ordinary(
	struct lexicon *l, const char *path, struct err *err);

/**
 * Add one term of a query (clamor-grep), as an opinion of weight 0.
 */
CLAMOR_NODISCARD enum rc lexicon_add_term(
	struct lexicon *l, const char *term, struct err *err);

/**
 * Merge and intern; nothing can be added afterwards.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if a problem was told (forms that stand
 * twice in one file).
 */
CLAMOR_NODISCARD enum rc lexicon_finish(
	struct lexicon *l, lexicon_problem *problem, void *ctx);

/* What was read; valid after lexicon_finish as long as the lexicon. */

size_t lexicon_nentries(const struct lexicon *l);
const struct entry *lexicon_entry(const struct lexicon *l, size_t i);

/** Give an entry another weight, in thousandths; its matchers go by it from
 * the next post on. Not while threads share the lexicon. */
void lexicon_reweigh(struct lexicon *l, size_t i, int32_t weight);

size_t lexicon_nforms(const struct lexicon *l);
const struct lexicon_form *lexicon_form(const struct lexicon *l, size_t i);
/** All forms, and all items that their `first` counts in. */
const struct lexicon_form *lexicon_forms(const struct lexicon *l);
const struct lexicon_item *lexicon_all_items(const struct lexicon *l);
/** What their items of ITEM_SET are. */
const struct wordsets *lexicon_sets(const struct lexicon *l);

const struct lexicon_item *lexicon_items(
	const struct lexicon *l, const struct lexicon_form *f);

/** The expression that a form is, if it is one. */
const struct expression *lexicon_expression(
	const struct lexicon *l, const struct lexicon_form *f);

/** What an item of ITEM_EXACT is written like. */
struct text lexicon_exact(
	const struct lexicon *l, const struct lexicon_item *it);

/** Spell out all forms, for lexicon_key. */
void lexicon_make_keys(struct lexicon *l);

/** The one spelling that equal forms have, see keys.h. */
struct text lexicon_key(const struct lexicon *l, const struct lexicon_form *f);

const struct vocab *lexicon_vocab(const struct lexicon *l);
const struct codes *lexicon_codes(const struct lexicon *l);

/** By what the forms are looked for. */
const struct anchors *lexicon_anchors(const struct lexicon *l);

/** What tells most texts without hits from the others. */
const struct sieve *lexicon_sieve(const struct lexicon *l);

/** The gates of the forms that are expressions, in their order. */
const struct gates *lexicon_gates(const struct lexicon *l);

/** The table of a file, for its user columns; NULL for a query's terms. */
const struct table *lexicon_table(const struct lexicon *l, size_t file);
size_t lexicon_nfiles(const struct lexicon *l);

#endif

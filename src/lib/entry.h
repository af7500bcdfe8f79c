/* entry.h - one row of a lexicon file: its columns read and checked. */
#ifndef CLAMOR_ENTRY_H
#define CLAMOR_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "codes.h"
#include "table.h"

enum role {
	ROLE_OPINION, /* the empty role */
	ROLE_INSULT,
	ROLE_COURTESY, /* thanks, congratulations, applause */
	ROLE_SPAM,
	ROLE_NEGATOR,
	ROLE_INTENSIFIER,
	ROLE_DIMINISHER,
	ROLE_ADVERSATIVE,
	ROLE_IRREALIS,
	ROLE_IRONY,
	ROLE_MARK,  /* mark:NAME */
	ROLE_REPLY, /* reply:KIND */
	ROLE_BRAND,
	ROLE_SEASON,
	ROLE_SLANG, /* never a hit: the vocabulary rewrites by it */
	ROLE_OFF,   /* never a hit: takes a form out */
};

/* Roles as bits, for sets of them. */
#define ROLE_BIT(role) (1u << (role))
#define ROLES_MODIFYING (ROLE_BIT(ROLE_IRONY + 1) - ROLE_BIT(ROLE_NEGATOR))

/* Intents, the strongest last. */
enum intent {
	INTENT_NONE,
	INTENT_AYUDA,
	INTENT_RECOMIENDA,
	INTENT_RECOMPRA,
	INTENT_ABANDONO,
	INTENT_LEGAL,
};

#define INTENTS (INTENT_LEGAL + 1)
#define SEVERITY_MAX 3

/* How a row stands to the same forms of files loaded before. */
enum standing {
	STANDING_LATER,  /* it replaces those of its own role */
	STANDING_MODEST, /* of a country pack that was not chosen: it adds, and
			    never replaces */
	STANDING_CHOSEN, /* of the chosen country's pack: it replaces those of
			    every role that holds opinions */
};

#define ENTRY_QUERY ((size_t)-1) /* the file of a query's term */
#define REACH_SENTENCE 255       /* to the sentence's end */

/* One row of a lexicon file. Texts live as long as the lexicon. */
struct entry {
	struct text term;      /* the cell as written */
	struct text role_name; /* "", "negator", "mark:regalo" */
	struct text name;      /* behind the colon of mark: and reply: */
	struct text to;        /* of brand and season */
	struct text forms;     /* those of the term that count: "1;3" */
	enum role role;
	enum standing standing;
	int32_t weight;   /* thousandths, -5000 .. 5000 */
	int32_t strength; /* thousandths; modifiers only */
	uint8_t reach;    /* words; modifiers only */
	uint8_t severity; /* 0 .. SEVERITY_MAX */
	enum intent intent;
	unsigned code; /* CODE_NONE or a number of the codes file */
	size_t file;   /* for lexicon_table */
	size_t row;
};

/* Where the columns of a lexicon file stand; TABLE_NONE if it has none. */
struct entry_columns {
	size_t term, weight, code, intent, severity, role, strength, reach, to,
		forms;
};

/**
 * Find the columns of a lexicon file by name.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL when it has no column term.
 */
CLAMOR_NODISCARD enum rc entry_columns_find(
	struct entry_columns *c, const struct table *t, struct err *err);

/**
 * Read a row.
 *
 * @e  filled; its texts are borrowed from the table. file, row and standing
 *     are the caller's to set
 *
 * Returns CLAMOR_OK or CLAMOR_EINVAL with err->text (unknown code, role or
 * intent with the nearest that there is; a number out of its range; a column
 * that the role has no use for).
 */
CLAMOR_NODISCARD enum rc entry_read(struct entry *e,
	const struct entry_columns *c, const struct table *t, size_t row,
	const struct codes *codes, struct err *err);

/** Has a column of this name a meaning of its own, or is it the user's? */
bool entry_is_own_column(struct text name);

/** The column with a meaning that a name is most like; NULL if none is near. */
const char *entry_column_like(struct text name);

/** The role of a name as in the column role, "mark:regalo"; false if there is
 * none. */
bool role_find(struct text name, enum role *r);

/** Does a role put its result in the column to? */
bool role_needs_to(enum role r);

/** Do two rows mean the same, if not as strongly: sign, topic, intent, result?
 */
bool entry_agrees(const struct entry *a, const struct entry *b);

/** Do two rows say just the same, whatever their terms and roles? */
bool entry_says_the_same(const struct entry *a, const struct entry *b);

/** Is it empty, insult or spam: roles of which two at one place would both
 * be counted as opinions? */
bool role_opines(enum role r);

/** Do hits of a role take part in scoring, so that the longest wins? */
static inline bool
role_scores(enum role r)
{
	return r <= ROLE_IRONY;
}

/** Is it one of negator, intensifier … irony? */
static inline bool
role_modifies(enum role r)
{
	return r >= ROLE_NEGATOR && r <= ROLE_IRONY;
}

/** "abandono" and its like; "" for INTENT_NONE. */
const char *intent_name(enum intent i);

#endif

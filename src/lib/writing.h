/*
 * writing.h - how a hit is written: shouted, drawn out, in quotation marks.
 */
#ifndef CLAMOR_WRITING_H
#define CLAMOR_WRITING_H

#include "hits.h"
#include "tokens.h"

/* What is known of a post; all zero is nothing yet. */
struct writing {
	struct letters {
		size_t upper, lower;
	} letters; /* of the whole post, once counted */
	bool counted;
};

/** Is the hit written in capitals, where the rest of the post is not? */
bool writing_is_shouted(
	struct writing *w, const struct post *p, const struct hit *h);

/** Is one of its words written with a run of letters? */
bool writing_is_drawn_out(const struct post *p, const struct hit *h);

/**
 * Is the hit put in quotation marks, "excelente" or "buen servicio"? One or two
 * words; what begins with a capital is a name.
 */
bool writing_is_quoted(const struct post *p, const struct hit *h);

/** Is the hit an emoji or an emoticon? */
bool writing_is_face(const struct post *p, const struct hit *h);

/** Does the hit call an account, "hola @banco"? That is not yet a request. */
bool writing_greets(const struct post *p, const struct hit *h);

/** Does a part of the sentence end behind token i: at a comma, a colon, a
 * bracket, the sentence's end, or what is no word? */
bool writing_ends_part(const struct post *p, uint32_t i);

/** Is the hit a part of the sentence by itself: "Genial.", "hola, genial"? */
bool writing_stands_alone(const struct post *p, const struct hit *h);

#endif

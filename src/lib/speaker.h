/*
 * speaker.h - who speaks: a customer, or somebody who passes on news or an
 * offer, advises others, or talks of football or films. Bad news is no
 * complaint, and an offer is no praise.
 */
#ifndef CLAMOR_SPEAKER_H
#define CLAMOR_SPEAKER_H

#include "hits.h"
#include "rules.h"
#include "tokens.h"

/**
 * Does the post report, offer or advise something, instead of telling what
 * happened to the one who writes?
 *
 * @sum  the points for, less those against
 *
 * It does when it has the mark `ajeno` (football, films, politics) and names
 * neither a topic nor a company; when it has a mark `noticia` or `oferta`, or
 * is a headline: plain words, then a link; when it has a mark `consejo`. Much
 * praise or blame outweighs an advice, and much blame an offer. It does not
 * when it speaks of me or us, turns to somebody (@user at its beginning, you),
 * or shouts, laughs and curses.
 */
bool speaker_reports(const struct post *p, const struct hits *hits, int64_t sum,
	const struct rules *rules);

/** Does the post tell what was done to the one who writes: me, nos? */
bool speaker_undergoes(const struct post *p);

#endif

/*
 * speaker.h - who speaks: a customer, or somebody who passes on news or an
 * offer, advises others, or talks of football or films; or the company that
 * answers. Bad news is no complaint, and an offer is no praise.
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
 * It does when it has the mark `ajeno` (football, films, politics), no opinion
 * with a topic and no company's name; when it has the mark `consejo` or
 * `respuesta`, unless much praise or blame outweighs it; when it has a mark
 * `noticia` or `oferta`, or is a headline: plain words, then a link. News,
 * offers and headlines are the customer's when they speak of me or us, or turn
 * to somebody (@user at the beginning, you; an offer may do that, and speak of
 * us); so is an offer with much blame, and no headline shouts, laughs or
 * curses.
 */
bool speaker_reports(const struct post *p, const struct hits *hits, int64_t sum,
	const struct rules *rules);

/** Does the post tell what was done to the one who writes: me, nos? */
bool speaker_undergoes(const struct post *p);

#endif

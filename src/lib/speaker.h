/*
 * speaker.h - who speaks: a customer, or somebody who passes on news or an
 * offer, or talks of football or films. Bad news is no complaint, and an offer
 * is no praise.
 */
#ifndef CLAMOR_SPEAKER_H
#define CLAMOR_SPEAKER_H

#include "hits.h"
#include "rules.h"
#include "tokens.h"

/**
 * Does the post report or offer something, instead of telling what happened to
 * the one who writes?
 *
 * It does when it has the mark `ajeno` (football, films, politics) and names
 * neither a topic nor a company; when it has a mark `noticia` or `oferta`, or
 * is a headline: plain words, then a link. It does not when it speaks of me or
 * us, turns to somebody (@user at its beginning, you), or shouts, laughs and
 * curses.
 */
bool speaker_reports(const struct post *p, const struct hits *hits,
	const struct rules *rules);

#endif

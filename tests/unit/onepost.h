/*
 * onepost.h - for tests that read one post after the other: a fold and a post,
 * made and freed around each test by onepost_begin and onepost_end.
 */
#ifndef CLAMOR_ONEPOST_H
#define CLAMOR_ONEPOST_H

#include "tokens.h"

static struct fold *folder;
static struct post post;

static void
onepost_begin(void)
{
	folder = fold_new();
}

static void
onepost_end(void)
{
	fold_free(folder);
	post_free(&post);
}

#endif

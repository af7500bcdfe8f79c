/*
 * joins.h - objects that stand beside the posts of a page, by their id, and
 * how they come to the posts that name them.
 */
#ifndef CLAMOR_JOINS_H
#define CLAMOR_JOINS_H

#include "jsonpost.h"

struct joins; /* opaque */

/** @shape  outlives it */
struct joins *joins_new(const struct json_shape *shape);
void joins_free(struct joins *j);

/** Does a join look into what stands under this name? */
bool joins_want(const struct joins *j, struct text name);

/** Keep the objects that were read from beside the posts. */
void joins_add(struct joins *j, const struct json_read *side);

/** Forget them: another page begins. */
void joins_clear(struct joins *j);

/**
 * Give a post the fields of the objects that it names, under the path of
 * their list: "includes.users.username".
 *
 * @read  changed if there are any; borrowed until the next call
 */
void joins_apply(struct joins *j, struct json_read *read);

#endif

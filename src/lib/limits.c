/* limits.c - tell that expressions were stopped. */
#include "config.h"

#include <inttypes.h>

#include "diag.h"
#include "limits.h"

void
limits_tell(uint64_t posts, struct text term)
{
	if (posts > 0)
		diag_note("in %" PRIu64 " post%s an expression was stopped at "
			  "its limit and may have missed hits (last: %.*s)",
			posts, posts == 1 ? "" : "s", (int)term.len, term.p);
}

/* mcnemar.h - are two predictions of the same posts really different? */
#ifndef CLAMOR_MCNEMAR_H
#define CLAMOR_MCNEMAR_H

#include <stdint.h>

/**
 * McNemar's test, exact and two-sided: how probable is a difference at least
 * as large if each post on which one is right and the other wrong was decided
 * by a coin?
 *
 * @first, @second  posts that only the first, only the second has right; time
 *                  grows with the smaller
 *
 * Returns 0 to 1; the same bits on every machine with IEEE arithmetic.
 */
double mcnemar_p(uint64_t first, uint64_t second);

#endif

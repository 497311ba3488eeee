/**
 * Ends a `LATERAL` subquery that looks up one row by its key, so that the planner cannot turn the look into a join. What it
 * believes of a shop that grew since the last ANALYZE (a backfill, a flash sale) is wrong by orders of magnitude: it would
 * rather read the whole shop by another index than look up a thousand ids.
 *
 * https://www.postgresql.org/docs/current/queries-limit.html: OFFSET 0 changes nothing but keeps a subquery apart.
 */
export const ONE_BY_ONE = "OFFSET 0";

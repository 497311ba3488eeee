/** What of the environment decides how many connections a process may open. */
type Sizes = { DATABASE_POOL_SIZE: number; REDIS_URL?: string | undefined };

/** The doors, the screens and what has no tenant: a pool each. */
const POOLS_OF_WEB = 3;
/** The jobs and what has no tenant. */
const POOLS_OF_WORKER = 2;
/** The relay and the open screens of a process listen on a connection of their own. */
const LISTENER = 1;
/** Largest number of connections of BullMQ's own pool, where the queue is on PostgreSQL. */
export const QUEUE_POOL = 6;

/** The most connections to PostgreSQL that one process takes. */
export function mostConnections(process: "web" | "worker", sizes: Sizes): number {
  if (process === "web") return POOLS_OF_WEB * sizes.DATABASE_POOL_SIZE + LISTENER;
  return POOLS_OF_WORKER * sizes.DATABASE_POOL_SIZE + LISTENER + (sizes.REDIS_URL ? 0 : QUEUE_POOL);
}

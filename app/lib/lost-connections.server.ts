import type pg from "pg";
import { logger } from "#app/lib/logger.server.ts";

/**
 * A connection that ends (the database restarts, a proxy cuts it) says so to whoever listens, and ends the process when nobody
 * does. The pool listens while a connection is idle; in the middle of a transaction, between two statements, nobody would. The
 * next statement fails of it, so saying so is enough.
 */
export function hearLostConnections(pool: pg.Pool): void {
  pool.on("error", (err) => logger.warn({ err }, "database connection lost"));
  pool.on("connect", (client) => client.on("error", (err) => logger.debug({ err }, "a connection ended")));
}

/**
 * The same pool for a borrower that forgets to give back what was lost: Prisma's adapter (6.19) keeps a connection that ended
 * in the middle of a transaction, so that a few restarts of the database would leave the pool empty. Such a connection is
 * given back, to be thrown away, as soon as it ends.
 */
export function givingBackLost(pool: pg.Pool): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    const release = client.release.bind(client);
    let given = false;
    const giveBack = (error?: Error | boolean) => {
      if (given) return;
      given = true;
      client.off("error", giveBack);
      release(error);
    };
    client.once("error", giveBack);
    client.release = giveBack;
    return client;
  };
  return Object.create(pool, {
    connect: { value: connect },
    query: { value: (...given: Parameters<pg.Pool["query"]>) => pool.query(...given) },
    end: { value: () => pool.end() },
  }) as pg.Pool;
}

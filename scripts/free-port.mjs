// Ports for servers of the demo and the tests. Plain JavaScript: the demo starts with it.
import { createServer } from "node:net";

/**
 * From below those that the system gives to connections (Linux 32768 to 60999, others 49152 on): a port that is free now
 * is not an outgoing connection's when the server starts, nor when it comes back after it was away.
 */
const [FIRST, COUNT] = [20_000, 12_000];

/**
 * A port of 127.0.0.1 on which nobody listens.
 * @param {number} row how many are needed, this one and those after it
 * @returns {Promise<number>}
 */
export async function freePort(row = 1) {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const free = await Promise.all(Array.from({ length: row }, (_, more) => isFree(port + more)));
    if (free.every(Boolean)) return port;
  }
}

/** Whether nobody listens on that port of 127.0.0.1. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

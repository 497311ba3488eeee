// Loaded into a process whose memory is watched: writes what it cannot let go of to the file MEMORY_LOG, in bytes, line by line.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { appendFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const file = process.env.MEMORY_LOG;
const EVERY = 2_000;

// What the system counts as resident stays high after a burst, and garbage waits in an idle process: only what is left after a
// collection tells a leak from either.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

if (file)
  setInterval(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${heapUsed + external}\n`);
  }, EVERY).unref();

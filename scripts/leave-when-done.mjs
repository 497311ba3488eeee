// Loaded into Prisma's CLI: its engine (6.19) leaves a timer of ten seconds behind when all is done, and the process would stay
// for it. What is being asked of the database keeps it alive as before.
const LEFT_BEHIND = 10_000;
const start = globalThis.setTimeout;

globalThis.setTimeout = Object.assign((work, delay, ...given) => {
  const timer = start(work, delay, ...given);
  return delay === LEFT_BEHIND ? timer.unref() : timer;
}, start);

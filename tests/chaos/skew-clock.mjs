// Loaded into a process whose clock is to be wrong: by CLOCK_SKEW_MS, for everything that asks for the date.
/* oxlint-disable node/no-process-env -- a process is given its environment */
const skew = Number(process.env.CLOCK_SKEW_MS ?? 0);
const True = globalThis.Date;

globalThis.Date = class extends True {
  constructor(...given) {
    if (given.length === 0) super(True.now() + skew);
    else super(...given);
  }
  static now() {
    return True.now() + skew;
  }
};

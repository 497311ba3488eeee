import { seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { listenForJobs, slotsOfAllWorkers } from "#app/queue/listen-jobs.server.ts";
import { pickJobs, unpickJobs, type PickedJob } from "#app/queue/pick-jobs.server.ts";
import { slotsPerShop } from "#app/queue/share.ts";

export type Relay = {
  /** Looks for due jobs now: something was added, or a slot became free. */
  wake: () => void;
  stop: () => Promise<void>;
};

export type RelayOptions = {
  slots: number; // jobs this process runs at once
  enqueue: (jobs: PickedJob[]) => Promise<void>;
  poll?: Duration; // a notification may be missed; a job that becomes due sends none
};

const SHOPS_PER_ROUND = 200;

/**
 * Feeds the queue from the outbox, going round the shops. Any number may run. It keeps the queue short: what waits, waits
 * in our own table. When the queue does not take the jobs they wait again, and the next poll tries again.
 */
export function startRelay(options: RelayOptions): Relay {
  const poll = options.poll ?? seconds(1);
  const state: RelayState = { after: "", slots: options.slots, stopped: false };
  let due = false;
  let notBefore = 0;
  let running: Promise<void> | null = null;

  const feed = async () => {
    while (due && !state.stopped) {
      due = false;
      await goRound(state, options.enqueue);
    }
  };
  const wake = () => {
    due = true;
    if (running || state.stopped || Date.now() < notBefore) return;
    running = feed()
      .catch((err: unknown) => {
        notBefore = Date.now() + poll / 2;
        logger.warn({ err }, "the relay could not feed the queue");
      })
      .finally(() => {
        running = null;
        if (due) wake();
      });
  };
  const listener = listenForJobs(options.slots, wake);
  const timer = setInterval(() => {
    listener.check();
    void countSlots(state, options.slots);
    wake();
  }, poll);
  wake();
  return {
    wake,
    stop: async () => {
      state.stopped = true;
      clearInterval(timer);
      await running;
      await listener.stop();
    },
  };
}

/** `after`: the shop the next round begins behind. */
type RelayState = { after: string; slots: number; stopped: boolean };

/** Once round all shops that wait, from where the last round ended; stops early when the queue is full. */
async function goRound(state: RelayState, enqueue: RelayOptions["enqueue"]): Promise<void> {
  const start = state.after;
  let wrapped = false;
  while (!state.stopped) {
    const from = state.after;
    const round = await pickJobs({
      after: from,
      shops: SHOPS_PER_ROUND,
      inFlightPerShop: slotsPerShop(state.slots),
      inQueue: Math.max(64, state.slots * 8),
    });
    state.after = round.after;
    if (round.jobs.length > 0) await hand(round.jobs, enqueue);
    if (round.full || round.whole) return;
    // More shops wait than one round visits: on, until the place where this began is passed.
    if (wrapped ? round.after < from || round.after >= start : round.after <= from && round.after >= start)
      return;
    wrapped = wrapped || round.after <= from;
  }
}

async function hand(jobs: PickedJob[], enqueue: RelayOptions["enqueue"]): Promise<void> {
  try {
    await enqueue(jobs);
  } catch (error) {
    await unpickJobs(jobs.map(({ id }) => id));
    throw error;
  }
}

async function countSlots(state: RelayState, own: number): Promise<void> {
  try {
    state.slots = await slotsOfAllWorkers(own);
  } catch (err) {
    logger.debug({ err }, "the workers could not be counted");
  }
}

import { seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { listenForJobs, workersNow } from "#app/queue/listen-jobs.server.ts";
import { pickJobs, unpickJobs, type PickedBatch } from "#app/queue/pick-jobs.server.ts";
import { pauseAfter, type RoundOutcome } from "#app/queue/relay-pause.ts";
import { slotsPerShop, type Together } from "#app/queue/share.ts";

export type Relay = {
  /** Looks for due jobs now: something was added, or a slot became free. */
  wake: () => void;
  stop: () => Promise<void>;
};

export type RelayOptions = {
  slots: number; // batches this process runs at once
  together: Together;
  enqueue: (batches: PickedBatch[]) => Promise<void>;
  poll?: Duration; // a notification may be missed; a job that becomes due sends none
};

const SHOPS_PER_ROUND = 200;

/**
 * Feeds the queue from the outbox, going round the shops. Any number may run. It keeps the queue short: what waits, waits
 * in our own table. When the queue does not take the jobs they wait again, and the next poll tries again.
 *
 * A wake is heard at once; those that come during a round and the pause after it are heard together, and what frees a slot is
 * not made to wait for a round that was not needed.
 */
export function startRelay(options: RelayOptions): Relay {
  const poll = options.poll ?? seconds(1);
  const state: RelayState = { after: "", slots: options.slots, relays: 1, stopped: false };
  let due = false;
  let notBefore = 0;
  let pausing: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const round = async () => {
    const begun = performance.now();
    try {
      const outcome = await goRound(state, options);
      if (outcome === "not-our-turn") due = true;
      notBefore = performance.now() + pauseAfter(outcome, performance.now() - begun, state.relays);
    } catch (err) {
      notBefore = performance.now() + poll / 2;
      logger.warn({ err }, "the relay could not feed the queue");
    }
  };
  const wake = () => {
    due = true;
    if (running || pausing || state.stopped) return;
    const pause = notBefore - performance.now();
    if (pause > 0) {
      pausing = setTimeout(() => {
        pausing = null;
        wake();
      }, pause);
      return;
    }
    due = false;
    running = round().finally(() => {
      running = null;
      if (due) wake();
    });
  };
  const listener = listenForJobs(options.slots, wake);
  const timer = setInterval(() => {
    listener.check();
    void countWorkers(state, options.slots);
    wake();
  }, poll);
  wake();
  return {
    wake,
    stop: async () => {
      state.stopped = true;
      clearInterval(timer);
      if (pausing) clearTimeout(pausing);
      await running;
      await listener.stop();
    },
  };
}

/** `after`: the shop the next round begins behind. `slots`, `relays`: of all workers. */
type RelayState = { after: string; slots: number; relays: number; stopped: boolean };

/** Once round all shops that wait, from where the last round ended; stops early when the queue is full. */
async function goRound(state: RelayState, options: RelayOptions): Promise<RoundOutcome> {
  const start = state.after;
  let outcome: RoundOutcome = "fruitless";
  let wrapped = false;
  while (!state.stopped) {
    const from = state.after;
    const round = await pickJobs({
      after: from,
      shops: SHOPS_PER_ROUND,
      inFlightPerShop: slotsPerShop(state.slots),
      inQueue: Math.max(64, state.slots * 8),
      together: options.together,
    });
    if (round.outcome === "not-our-turn") return "not-our-turn";
    state.after = round.after;
    if (round.batches.length > 0) {
      await hand(round.batches, options.enqueue);
      outcome = "fruitful";
    }
    if (round.full || round.whole) break;
    // More shops wait than one round visits: on, until the place where this began is passed.
    if (wrapped ? round.after < from || round.after >= start : round.after <= from && round.after >= start)
      break;
    wrapped = wrapped || round.after <= from;
  }
  return outcome;
}

async function hand(batches: PickedBatch[], enqueue: RelayOptions["enqueue"]): Promise<void> {
  try {
    await enqueue(batches);
  } catch (error) {
    await unpickJobs(batches.flatMap(({ ids }) => ids));
    throw error;
  }
}

async function countWorkers(state: RelayState, own: number): Promise<void> {
  try {
    Object.assign(state, await workersNow(own));
  } catch (err) {
    logger.debug({ err }, "the workers could not be counted");
  }
}

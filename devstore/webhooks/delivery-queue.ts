import type { WebhookDelivery } from "../context.ts";
import type { Random } from "../seed/random.ts";

export type DeliveryQueue = {
  add: (delivery: WebhookDelivery) => void;
  /** Starts what may start. */
  pump: () => void;
  /** Resolves when nothing waits and nothing is under way. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

type Input = {
  atOnce: number;
  /** Whether the next one is drawn at random. */
  shuffled: () => boolean;
  random: Random;
  send: (delivery: WebhookDelivery, signal: AbortSignal) => Promise<void>;
};

/** Sends deliveries a few at a time, in the order they came unless shuffled. */
export function createDeliveryQueue({ atOnce, shuffled, random, send }: Input): DeliveryQueue {
  const waiting: WebhookDelivery[] = [];
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const run = async (delivery: WebhookDelivery) => {
    try {
      await send(delivery, closing.signal);
    } catch (error) {
      // An aborted wait is how closing interrupts a retry.
      if (!closing.signal.aborted) throw error;
    }
  };
  const pump = () => {
    while (running.size < atOnce && waiting.length > 0 && !closing.signal.aborted) {
      const index = shuffled() ? random.integer(0, waiting.length - 1) : 0;
      for (const next of waiting.splice(index, 1)) {
        const task = run(next).finally(() => {
          running.delete(task);
          pump();
        });
        running.add(task);
      }
    }
  };
  return {
    add: (delivery) => void waiting.push(delivery),
    pump,
    idle: async () => {
      pump();
      while (running.size > 0) await Promise.race(running);
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}

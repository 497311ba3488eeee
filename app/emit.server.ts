import type { Tx } from "#app/db.server.ts";
import { pipeline, type EventData, type EventName } from "#app/pipeline.ts";

/**
 * Writes the intent to run every job that hears an event, in the caller's transaction: the row and the event commit
 * together or not at all. `runAt` puts the jobs off. Payloads are ids, checked against the map.
 */
export async function emit<E extends EventName>(
  tx: Tx,
  event: E,
  given: { data: EventData<E>; runAt?: Date },
): Promise<void> {
  const { data: schema, jobs } = pipeline[event];
  const data = schema.parse(given.data);
  await tx.job.createMany({
    data: jobs.map((name) => ({
      shopId: data.shopId,
      event,
      name,
      data,
      ...(given.runAt ? { runAt: given.runAt } : {}),
    })),
  });
  // The relay listens, so that a job does not wait for its next round. Delivered at commit.
  await tx.$executeRaw`SELECT pg_notify('attune_jobs', '')`;
}

import type { BatchHandler } from "#app/job.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";

/** Recorded webhooks of one shop, one after the other. */
export const mirrorDeliveries: BatchHandler<"mirrorDeliveries"> = async (ports, run, items) => {
  const said: string[] = [];
  for (const { data } of items) said.push(await mirrorDelivery(ports, run, data));
  return said;
};

import { hours, minutes, type Duration } from "#app/lib/duration.ts";

const USUAL: Duration = minutes(15);
const SOONER: Duration = minutes(5);
const LONGEST: Duration = hours(2);
/** Clocks may differ by this much: only then does a change without its webhook count as silence. */
const SKEW: Duration = minutes(10);

export type LastRun = {
  shopId: string;
  /** Records that were missing, old or deleted. */
  repaired: number;
  /** The newest change Shopify listed, and the newest webhook that came; null without any. */
  newestChange: Date | null;
  lastWebhookAt: Date | null;
  /** Runs in a row that Shopify did not let finish. */
  failures: number;
};

/**
 * How long until a shop is compared again: a quarter of an hour as a rule, sooner when something was repaired or its webhooks
 * fell silent, later and later while Shopify cannot be asked. Spread by the shop's id, so that shops which were due together
 * drift apart.
 */
export function reconcileIn(run: LastRun): Duration {
  const spread = 0.9 + 0.2 * shareOf(run.shopId);
  return Math.round(spread * periodOf(run));
}

function periodOf(run: LastRun): Duration {
  if (run.failures > 0) return Math.min(SOONER * 2 ** Math.min(run.failures - 1, 10), LONGEST);
  return run.repaired > 0 || fellSilent(run) ? SOONER : USUAL;
}

function fellSilent({ newestChange, lastWebhookAt }: LastRun): boolean {
  if (newestChange === null) return false;
  return newestChange.getTime() - (lastWebhookAt?.getTime() ?? 0) > SKEW;
}

/** The same number in [0, 1) for the same id. */
function shareOf(id: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < id.length; index += 1)
    hash = Math.imul(hash ^ id.charCodeAt(index), 16_777_619) >>> 0;
  return hash / 2 ** 32;
}

import { tellOfAlert } from "#app/care/triage/tell-of-alert.server.ts";
import type { Handler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** More at once would be no alerts any more. */
const MOST = 100;

/** The time has come to tell of alerts, for the first time or once more. Each is a transaction of its own. */
export const watchAlerts: Handler<"watchAlerts"> = async (ports, run) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const now = ports.now();
  const due = await run.inShop((tx) =>
    tx.alert.findMany({
      where: { shopId, lookAt: { lte: now } },
      orderBy: { lookAt: "asc" },
      select: { id: true },
      take: MOST,
    }),
  );
  let told = 0;
  for (const { id } of due) if (await run.inShop((tx) => tellOfAlert(tx, keys, { id, now }))) told += 1;
  return `told of ${told} alerts of ${due.length}`;
};

import { carrierKey } from "#app/care/detect/carrier-key.ts";
import { HABITS, NAMES, USUAL_HANDLING } from "#app/care/detect/habit-statements.ts";
import { countryCode } from "#app/care/detect/place.ts";
import { seedWatches } from "#app/care/detect/seed-watches.server.ts";
import type { Sql } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { days } from "#app/lib/duration.ts";

/** What a shop's last half year says is its habit. */
const PERIOD = days(180);
const EVERY = days(1);

/**
 * Once a day, and when a shop's history has come in: learns from the shop's own orders how its carriers usually behave and how long its
 * orders usually take to leave. Nothing is learned across shops. After a backfill, which tells of no single order, every order is put
 * up to be looked at, once there are habits to judge it by.
 */
export const learnHabits: Handler<"learnHabits"> = async (ports, run) => {
  const { shopId } = run;
  const now = ports.now();
  const learned = await run.inShopSql((sql) => learn(sql, shopId, now));
  if (learned.outcome === "not_now") return learned.why;
  const watched = learned.toSeed ? await seedWatches(run, now) : 0;
  return `learned the habits of ${learned.carriers} carriers, put up ${watched} orders to be looked at`;
};

type Learned =
  { outcome: "learned"; carriers: number; toSeed: boolean } | { outcome: "not_now"; why: string };

async function learn(sql: Sql, shopId: string, now: Date): Promise<Learned> {
  const [shop] = await sql<{ uninstalled: boolean; done: boolean; toSeed: boolean }>(
    `SELECT uninstalled_at IS NOT NULL AS uninstalled, COALESCE(state = 'done', true) AS done,
       COALESCE(seeded_at < finished_at, seeded_at IS NULL) AS "toSeed"
     FROM shops LEFT JOIN backfills ON backfills.shop_id = shops.id LEFT JOIN detections ON detections.shop_id = shops.id
     WHERE shops.id = $1`,
    [shopId],
  );
  if (!shop) return { outcome: "not_now", why: "the shop is gone" };
  if (shop.uninstalled || !shop.done) {
    // The end of a backfill makes the shop due, also of the one that opening the app again begins.
    await sql("UPDATE detections SET next_at = '9999-01-01T00:00:00Z' WHERE shop_id = $1", [shopId]);
    return {
      outcome: "not_now",
      why: shop.uninstalled ? "the app is uninstalled" : "the backfill is not done",
    };
  }
  const since = new Date(now.getTime() - PERIOD).toISOString();
  const carriers = await learnCarriers(sql, shopId, { since, now });
  const [handling] = await sql<{ usual: number | null }>(USUAL_HANDLING, [shopId, since]);
  await sql(
    `INSERT INTO detections (shop_id, next_at, usual_handling_ms, learned_at) VALUES ($1, $2, $3::float8::bigint, $4)
     ON CONFLICT (shop_id) DO UPDATE SET next_at = excluded.next_at, usual_handling_ms = excluded.usual_handling_ms,
       learned_at = excluded.learned_at`,
    [shopId, new Date(now.getTime() + EVERY).toISOString(), handling?.usual ?? null, now.toISOString()],
  );
  return { outcome: "learned", carriers, toSeed: shop.toSeed };
}

/** Names are brought together here, where those that are looked up are, so that both come to the same. */
async function learnCarriers(
  sql: Sql,
  shopId: string,
  { since, now }: { since: string; now: Date },
): Promise<number> {
  const names = await sql<{ carrier: string | null; country: string | null }>(NAMES, [shopId, since]);
  const written = (key: "carrier" | "country") => [...new Set(names.flatMap((row) => row[key] ?? []))];
  const carriers = written("carrier");
  const countries = written("country");
  await sql("DELETE FROM carrier_habits WHERE shop_id = $1", [shopId]);
  const rows = await sql<{ carrier: string }>(HABITS, [
    ...[shopId, since, now.toISOString()],
    ...[carriers, carriers.map(carrierKey), countries, countries.map((name) => countryCode(name) ?? "")],
  ]);
  return rows.filter(({ carrier }, nth) => rows.findIndex((row) => row.carrier === carrier) === nth).length;
}

import type { Run } from "#app/job.ts";
import { logger } from "#app/lib/logger.server.ts";
import { idOfLine } from "#app/mirror/bulk-line.ts";
import { foldLines } from "#app/mirror/write-batch.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** More of one batch than that are no odd records: something is wrong with us or the database, and somebody must see it. */
const MOST_REFUSED = 20;
/** SQLSTATE: what a value is (class 22), what a row must be (23), what fits in one (54). All else is no record's fault. */
const ABOUT_A_ROW = /^(?:22|23|54)/;

/** Whether the database refused what was to be written for what it is, and would refuse it again. */
export const isRefused = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && ABOUT_A_ROW.test(error.code);

/**
 * Folds lines of a bulk result that could not be inserted. When the database refuses them too it is done in halves, each in
 * a transaction of its own, until what is refused is a line alone and left out: one record that cannot be written must not keep
 * the shop's others out.
 *
 * Throws what the database says when it refuses too many.
 */
export async function foldInHalves(
  run: Run,
  keys: ShopKeys,
  { lines, readAt }: { lines: readonly string[]; readAt: string },
): Promise<void> {
  let refused = 0;
  const fold = async (some: readonly string[]): Promise<void> => {
    try {
      await run.inShopSql((sql) => foldLines(sql, keys, { lines: some, readAt }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      const [first = ""] = some;
      if (some.length > 1) {
        const half = some.length >> 1;
        await fold(some.slice(0, half));
        return fold(some.slice(half));
      }
      refused += 1;
      if (refused > MOST_REFUSED) throw error;
      logger.warn(
        { err: error, shopId: run.shopId, record: idOfLine(first) },
        "a record of a bulk result was left out: the database refuses it",
      );
    }
  };
  await fold(lines);
}

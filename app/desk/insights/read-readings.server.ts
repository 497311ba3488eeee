import type { Tx } from "#app/db.server.ts";
import type { Looked } from "#app/desk/insights/case.ts";
import { shareOf, type Share } from "#app/desk/insights/share.ts";

/** How messages were read when they came. Each count is of messages. */
export type Readings = { unsure: Share; agreed: Share; corrected: Share };

/**
 * Of all that were read: not sure of the emotion, and so said. Of those that more than one voice read: all named the same feeling or its kin.
 * Of those whose emotion is still kept: a person named another.
 */
export async function readReadings(tx: Tx, { shopId, ids, now }: Looked): Promise<Readings> {
  const [counted] = await tx.$queryRaw<
    Record<"read" | "unsure" | "compared" | "agreed" | "kept" | "corrected", number>[]
  >`
    SELECT count(unsure)::int AS read, (count(*) FILTER (WHERE unsure))::int AS unsure, count(agreed)::int AS compared,
      (count(*) FILTER (WHERE agreed))::int AS agreed, (count(unsure) FILTER (WHERE fresh))::int AS kept,
      (count(unsure) FILTER (WHERE fresh AND corrected))::int AS corrected
    FROM unnest(${ids}::text[]) AS looked(id) CROSS JOIN LATERAL (
      SELECT unsure, agreed, expires_at > ${now} AS fresh, EXISTS (
        SELECT FROM reading_corrections c WHERE c.message_id = r.message_id AND c.field = 'emotion' AND c.ended_at IS NULL
          AND c.from_label <> c.to_label) AS corrected
      FROM readings r WHERE r.shop_id = ${shopId} AND r.conversation_id = looked.id AND r.version = 1 OFFSET 0) AS one`;
  const { read = 0, unsure = 0, compared = 0, agreed = 0, kept = 0, corrected = 0 } = counted ?? {};
  return {
    unsure: shareOf(unsure, read),
    agreed: shareOf(agreed, compared),
    corrected: shareOf(corrected, kept),
  };
}

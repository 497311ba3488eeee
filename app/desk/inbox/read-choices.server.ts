import { careEmotions, intents } from "#app/care/understand/reading.ts";
import { channels, orderStates, priorities } from "#app/desk/inbox/conversation-query.ts";
import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import { listIncidents } from "#app/desk/list-incidents.server.ts";
import type { Tx } from "#app/db.server.ts";
import { listStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What the inbox can be filtered by, as codes; what a team made of its own (people, tags, languages), as it is. */
export type Choices = {
  staff: { id: string; name: string; away: boolean }[];
  /** In use lately, the most used first. */
  tags: string[];
  /** That shoppers wrote in lately. */
  languages: string[];
  /** Open ones, what weighs most first. */
  incidents: Pick<IncidentSummary, "id" | "kind" | "place" | "toward" | "orders">[];
  emotions: readonly string[];
  intents: readonly string[];
  orderStates: readonly string[];
  channels: readonly string[];
  priorities: readonly string[];
};

/** So many conversations say what is in use lately. */
const LATELY = 2_000;
const MOST_TAGS = 200;

export async function readChoices(tx: Tx, keys: ShopKeys): Promise<Choices> {
  const { shopId } = keys;
  const staff = await listStaff(tx, keys);
  const tags = await tx.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM (SELECT tags FROM conversations WHERE shop_id = ${shopId} AND tags <> '{}'
      ORDER BY updated_at DESC LIMIT ${LATELY}::int) c, unnest(tags) AS tag
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${MOST_TAGS}::int`;
  const languages = await tx.$queryRaw<{ language: string }[]>`
    SELECT split_part(lower(language), '-', 1) AS language FROM (SELECT language FROM conversations
      WHERE shop_id = ${shopId} AND NOT unsent ORDER BY updated_at DESC LIMIT ${LATELY}::int) c
    WHERE language IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1`;
  const incidents = await listIncidents(tx, shopId);
  return {
    incidents: incidents.map(({ id, kind, place, toward, orders }) => ({ id, kind, place, toward, orders })),
    staff: staff.map(({ id, name, away }) => ({ id, name, away })),
    tags: tags.map(({ tag }) => tag),
    languages: languages.map(({ language }) => language).filter((code) => /^[a-z]{2,3}$/u.test(code)),
    ...{ emotions: careEmotions, intents, orderStates, channels, priorities: priorities.toReversed() },
  };
}

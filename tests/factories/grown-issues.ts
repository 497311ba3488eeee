import type pg from "pg";
import { issueKinds } from "#app/care/detect/issue.ts";
import { days } from "#app/lib/duration.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { copy, grown, type Field } from "#tests/factories/grown-shop.ts";
import { anEvidence } from "#tests/factories/issue.ts";

type Grow = { keys: ShopKeys; from: number; to: number; now: Date };

const SPAN = days(730);
const ONE_IN = 25;
export const grownIssueId = (index: number) => `00000000-0000-4003-8000-${String(index).padStart(12, "0")}`;
export const grownIssues = (orders: number) => Math.floor(orders / ONE_IN);

/** Something was wrong with one order in 25; a tenth of that still is, and of that a draft waits for every other. By COPY. */
export async function growIssues(pool: pg.Pool, grow: Grow): Promise<void> {
  await copy(pool, { table: "order_issues", columns: ISSUES, rows: issues(grow) });
  await copy(pool, { table: "outreaches", columns: OUTREACHES, rows: outreaches(grow) });
  await copy(pool, { table: "order_watches", columns: "shop_id, order_id, look_at", rows: watches(grow) });
}

const ISSUES =
  "shop_id, id, order_id, kind, subject, status, severity, known_since, opened_at, changed_at, incident_id, traits, sealed";

function* issues({ keys, from, to, now }: Grow): Generator<Field[]> {
  for (let index = grownIssues(from); index < grownIssues(to); index += 1) {
    const id = grownIssueId(index);
    const at = openedAt({ index, to, now });
    const content = { evidence: [anEvidence()], stakes: [] };
    yield [
      ...[
        keys.shopId,
        id,
        grown.orderId(index * ONE_IN),
        kindOf(index),
        "order",
        statusOf(index),
        1 + (index % 4),
      ],
      ...[at, at, at, index % 100 === 0 ? "incident" : null, '{"carrier": "DHL"}'],
      Buffer.from(sealJson(keys, `order_issues.sealed:${id}`, content)),
    ];
  }
}

const OUTREACHES = "shop_id, id, issue_id, order_id, kind, stage, state, decided_at, changed_at";

function* outreaches({ keys, from, to, now }: Grow): Generator<Field[]> {
  for (let index = grownIssues(from); index < grownIssues(to); index += 1) {
    const at = openedAt({ index, to, now });
    const state = index % 20 === 0 ? "waiting" : index % 3 === 0 ? "refused" : "sent";
    yield [
      ...[keys.shopId, `w${index}`, grownIssueId(index), grown.orderId(index * ONE_IN)],
      ...[kindOf(index), "first", state, at, at],
    ];
  }
}

function* watches({ keys, from, to, now }: Grow): Generator<Field[]> {
  for (let index = from; index < to; index += 10)
    yield [keys.shopId, grown.orderId(index), new Date(now.getTime() + days(1 + (index % 9)))];
}

const kindOf = (index: number) => issueKinds[index % issueKinds.length] ?? "stalled";
const statusOf = (index: number) => (index % 10 === 0 ? "open" : index % 10 === 9 ? "dismissed" : "resolved");
const openedAt = ({ index, to, now }: { index: number; to: number; now: Date }) =>
  new Date(now.getTime() - SPAN * (1 - index / grownIssues(to)));

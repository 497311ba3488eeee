import type { SentClaimContent } from "#app/care/draft/sent-claim-content.ts";

/** What became false was seen to, by a person (a staff id) or by a reply (`delivery:<id>`): it comes up when the records say something else. */
export function settle(content: SentClaimContent, by: string): SentClaimContent {
  const done = content.became.map(({ factId, now }) => ({ factId, now, by }));
  return { ...content, became: [], settled: [...content.settled, ...done] };
}

import type { IssueKind } from "#app/care/detect/issue.ts";
import type { Say } from "#app/words/say.ts";

export type IncidentInWords = { cause: string; place: string; kind: IssueKind; orders: number };

/** "DHL, Leipzig: 23 orders are not moving" */
export const incidentTitle = (say: Say, { place, kind, orders }: IncidentInWords): string =>
  say(`incidentTitle.${kind}`, { place, count: orders });

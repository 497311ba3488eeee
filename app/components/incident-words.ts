import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { Say } from "#app/words/say.ts";
import { regionLabel } from "./issue-labels.ts";

type Incident = Pick<IncidentSummary, "place" | "toward" | "kind" | "orders">;

/** "DHL, Leipzig: 23 orders are not moving" */
export const incidentTitle = (say: Say, { kind, orders, ...incident }: Incident): string =>
  say(`incidentTitle.${kind}`, { place: placeOf(say, incident), count: orders });

const placeOf = (say: Say, { place, toward }: Pick<Incident, "place" | "toward">) =>
  toward
    ? say("incidentTitle.toward", { carrier: toward.carrier, country: regionLabel(say, toward.country) })
    : place;

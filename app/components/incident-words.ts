import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { Say } from "#app/words/say.ts";
import { regionLabel } from "./issue-labels.ts";

type Incident = Pick<IncidentSummary, "place" | "toward" | "kind" | "orders">;

/** "DHL, Leipzig: 23 orders are not moving" */
export const incidentTitle = (say: Say, { kind, orders, ...incident }: Incident): string =>
  say(`incidentTitle.${kind}`, { place: incidentPlaceLabel(say, incident), count: orders });

/** "DHL, Leipzig", or "DHL to Germany" */
export const incidentPlaceLabel = (say: Say, { place, toward }: Pick<Incident, "place" | "toward">) =>
  toward
    ? say("incidentTitle.toward", { carrier: toward.carrier, country: regionLabel(say, toward.country) })
    : place;

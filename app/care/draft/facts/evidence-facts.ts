import type { Fact } from "#app/care/draft/draft.ts";
import type { IssueFactKey, ShownOfIssue } from "#app/care/draft/facts/issue-facts.ts";
import { plainTitle } from "#app/care/draft/facts/plain-words.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import type { IssueToTell } from "#app/care/draft/issue-to-tell.ts";
import type { Evidence } from "#app/care/detect/issue.ts";

type Said = { key: IssueFactKey; label: string; kind: Evidence["kind"]; id: RegExp };

/** Which evidence says what, by its id: what detection found is cited, not found anew. */
const SAYS: Said[] = [
  { key: "neededBy", label: "Needed by", kind: "date", id: /^(?:order|message):.*:neededBy$/u },
  { key: "shipBy", label: "Should have left by", kind: "date", id: /^order:.*:shipBy$/u },
  { key: "shipOn", label: "Planned day of shipping", kind: "date", id: /^fulfillment_order:.*:fulfillAt$/u },
  { key: "shippedOn", label: "Marked as shipped", kind: "date", id: /^fulfillment:.*:shippedAt$/u },
  { key: "eta", label: "Expected by the carrier", kind: "date", id: /^fulfillment:.*:eta$/u },
  { key: "exception", label: "What happened", kind: "status", id: /^fulfillment:.*:exception$/u },
  {
    key: "exceptionAt",
    label: "When the carrier reported it",
    kind: "date",
    id: /^fulfillment:.*:lastAt$/u,
  },
  { key: "returned", label: "Return", kind: "status", id: /^return:.*:returnStatus$/u },
  { key: "removed", label: "Taken out", kind: "title", id: /^order:.*:removed:/u },
  { key: "addressFault", label: "What is wrong with it", kind: "text", id: /^order:.*:addressFault$/u },
];

/** What the evidence of an issue says, as a shopper reads it. */
export function evidenceFacts(issue: IssueToTell, format: Format): ShownOfIssue[] {
  const found = SAYS.flatMap(({ key, label, kind, id }) => {
    const said = issue.evidence.filter((one) => one.kind === kind && id.test(one.id));
    const shown = (key === "removed" ? said : said.slice(0, 1)).flatMap((one) => {
      const value = valueOf(key, one, format);
      const { source, observedAt } = one;
      return value ? [{ key, label, ...value, source, observedAt }] : [];
    });
    // Items that cannot all be named are not named.
    return shown.length === said.length || key !== "removed" ? shown : [];
  });
  return found.some(({ key }) => key === "shipOn") ? found : [...found, ...plannedDay(issue, format)];
}

function valueOf(key: IssueFactKey, { value, kind }: Evidence, format: Format) {
  if (kind === "date") return dayOf(key === "shipBy" ? justBefore(value) : value, format);
  if (kind !== "title") return { value, kind: "text" as const, raw: value };
  const { text } = plainTitle(value);
  return text === null ? null : { value: text, kind: "title" as const, raw: text };
}

/** A day that ends is over at the first moment of the next one. */
const justBefore = (iso: string) => new Date(Date.parse(iso) - 1).toISOString();

/** The day of an order that was placed ahead, where no field of its own names it: detection read it in words. */
function plannedDay({ kind, subject, evidence }: IssueToTell, format: Format): ShownOfIssue[] {
  const day = /@(\d{4}-\d{2}-\d{2})$/u.exec(subject)?.[1];
  const read = evidence.find(({ id }) => id.endsWith(":ahead"));
  if (kind !== "preorder_slipped" || !day || !read) return [];
  const { source, observedAt } = read;
  return [{ key: "shipOn", label: "Planned day of shipping", ...dayOf(day, format), source, observedAt }];
}

/** A day that is a day already is in no zone of its own. */
function dayOf(iso: string, format: Format): Pick<Fact, "value" | "kind" | "raw"> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(iso);
  const at = isDay ? `${iso}T12:00:00Z` : iso;
  const written = isDay ? { ...format, timeZone: "UTC" } : format;
  return { value: formatDate(at, written), kind: "date", raw: localDay(at, written.timeZone) };
}

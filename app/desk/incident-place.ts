import type { Traits } from "#app/care/detect/issue.ts";

/** What an incident's orders have in common, as one says it; the key itself where none of them names it better. */
export function incidentPlace(incident: { cause: string; causeKey: string }, traits: Traits): string {
  const { cause, causeKey } = incident;
  const [carrierKey = "", rest = ""] = causeKey.split("|");
  const carrier = traits.carrier?.trim() || carrierKey;
  switch (cause) {
    case "hub":
      return [carrier, traits.hub?.trim() || rest].filter(Boolean).join(", ");
    case "carrier":
      return rest ? `${carrier} to ${regionName(rest)}` : carrier;
    default:
      return causeKey;
  }
}

/** `DE` → `Germany`. */
function regionName(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

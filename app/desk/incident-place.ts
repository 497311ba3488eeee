import type { Traits } from "#app/care/detect/issue.ts";

type Cause = { cause: string; causeKey: string };

/** A carrier on the way to one country (as Shopify codes it), of an incident that is that; for who words it in another language. */
export function incidentToward({ cause, causeKey }: Cause, traits: Traits) {
  const [carrierKey = "", country = ""] = causeKey.split("|");
  return cause === "carrier" && country ? { carrier: traits.carrier?.trim() || carrierKey, country } : null;
}

/** What an incident's orders have in common, in English; the key itself where none of them names it better. */
export function incidentPlace(incident: Cause, traits: Traits): string {
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

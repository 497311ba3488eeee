import type { Fact } from "#app/care/draft/draft.ts";
import type { FactInput } from "#app/care/draft/build-facts.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** What the message itself and the shop bring: the name they write under, what they attached, why a person takes over. */
export function messageFacts({ message, shop, intent, riskFlags, now }: FactInput): Fact[] {
  const bearer = (id: string) =>
    id === "message:attachments" ? (message.attachmentsIn ?? message.id) : message.id;
  const fact = (given: Pick<Fact, "id" | "label" | "value" | "kind"> & { field: string }): Fact[] => {
    const { field, ...rest } = given;
    const source = given.id.startsWith("shop:")
      ? { entity: "shop", id: shop.id, field }
      : { entity: "message", id: bearer(given.id), field };
    return given.value === ""
      ? []
      : [{ ...rest, raw: given.value, source, observedAt: now.toISOString(), needs: "none" }];
  };
  const name = personName(message.contactName) ?? "";
  const [first = ""] = name.split(" ");
  const files = message.attachments > 0 ? String(message.attachments) : "";
  return [
    fact({ id: "shop:name", label: "Shop", value: shop.name, kind: "name", field: "name" }),
    fact({
      id: "shop:team",
      label: "Team",
      value: shop.team ?? "",
      kind: "name",
      field: "settings.teamName",
    }),
    fact({ id: "message:name", label: "Name they write under", value: name, kind: "name", field: "from" }),
    // An initial or a title is no name to greet by.
    fact({
      id: "message:first-name",
      label: "First name",
      value: first.length > 2 && !first.endsWith(".") ? first : name,
      kind: "name",
      field: "from",
    }),
    fact({
      id: "message:attachments",
      label: "Files they sent",
      value: files,
      kind: "number",
      field: "attachments",
    }),
    fact({
      id: "message:flags",
      label: "Goes to a person because of",
      value: riskFlags.join(", "),
      kind: "status",
      field: "riskFlags",
    }),
    fact({
      id: "message:topic",
      label: "What they ask about",
      value: TOPICS[intent] ?? "",
      kind: "status",
      field: "intent",
    }),
  ].flat();
}

/** What the records cannot answer, so that a person has to. */
const TOPICS: Partial<Record<Intent, string>> = {
  product_question: "a product",
  account: "their account",
};

/** The name as a greeting can use it, or null when the From line holds something that is not a person's name. */
export function personName(from: string): string | null {
  const swapped = from.replace(/^([^,]+),\s*([^,]+)$/u, "$2 $1");
  const name = swapped.replaceAll(/["“”]/gu, "").replaceAll(/\s+/gu, " ").trim();
  if (!/^\p{L}[\p{L}\p{M}'’.・\- ]{0,48}$/u.test(name) || name.split(" ").length > 4) return null;
  if (/\b(?:info|office|kontakt|contact|service|support|team|shop|gmbh|ltd|inc|sarl|admin)\b/iu.test(name))
    return null;
  const shouted = name === name.toUpperCase() || name === name.toLowerCase();
  return shouted
    ? name.toLowerCase().replaceAll(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}

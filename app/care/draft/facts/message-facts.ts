import type { Fact } from "#app/care/draft/draft.ts";
import type { FactInput } from "#app/care/draft/build-facts.ts";
import { firstNameOf, personName } from "#app/care/draft/facts/person-name.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** What the message itself and the shop bring: the name they write under, what they attached, why a person takes over. */
export function messageFacts(input: FactInput): Fact[] {
  const { message, shop, intent, also = [], riskFlags } = input;
  const fact = makeFact(input);
  const name = personName(message.contactName) ?? "";
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
    fact({
      id: "message:name",
      label: message.namedBy ? "Name on the order" : "Name they write under",
      value: name,
      kind: "name",
      field: "from",
    }),
    fact({
      id: "message:first-name",
      label: "First name",
      value: firstNameOf(name),
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
      value: [intent, ...also].map((one) => TOPICS[one] ?? "").find(Boolean) ?? "",
      kind: "status",
      field: "intent",
    }),
  ].flat();
}

type Given = Pick<Fact, "id" | "label" | "value" | "kind"> & { field: string };

function makeFact({ message, shop, now }: FactInput) {
  const sourceOf = ({ id, kind, field }: Given): Fact["source"] => {
    if (id.startsWith("shop:")) return { entity: "shop", id: shop.id, field };
    if (kind === "name" && message.namedBy) return message.namedBy;
    const bearer = id === "message:attachments" ? (message.attachmentsIn ?? message.id) : message.id;
    return { entity: "message", id: bearer, field };
  };
  return (given: Given): Fact[] => {
    const { field: _field, ...rest } = given;
    const about = { source: sourceOf(given), observedAt: now.toISOString(), needs: "none" as const };
    return given.value === "" ? [] : [{ ...rest, raw: given.value, ...about }];
  };
}

/** What the records cannot answer, so that a person has to. */
const TOPICS: Partial<Record<Intent, string>> = {
  product_question: "a product",
  account: "their account",
};

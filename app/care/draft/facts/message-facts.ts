import type { Fact } from "#app/care/draft/draft.ts";
import type { FactInput } from "#app/care/draft/build-facts.ts";
import { firstNameOf, personName } from "#app/care/draft/facts/person-name.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** What the message itself and the shop bring: the name they write under, what they attached, why a person takes over. */
export function messageFacts({ message, shop, intent, also = [], riskFlags, now }: FactInput): Fact[] {
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

/** What the records cannot answer, so that a person has to. */
const TOPICS: Partial<Record<Intent, string>> = {
  product_question: "a product",
  account: "their account",
};

import { sentenceCase } from "#app/words/say.ts";
import type { SetAside } from "#app/desk/list-set-aside.server.ts";

/** `orders/updated` → `Orders: updated`, `draftReply` → `Draft reply`, a mail or a form post by its channel. */
export function whatLabel({ kind, what }: Pick<SetAside, "kind" | "what">): string {
  if (kind === "message") return what === "storefront" ? "Contact form" : "Email";
  if (kind === "job") return sentenceCase(what);
  const [resource = "", happened = ""] = what.split("/");
  if (!resource) return "Webhook without a topic";
  return happened
    ? `${sentenceCase(resource)}: ${sentenceCase(happened).toLowerCase()}`
    : sentenceCase(resource);
}

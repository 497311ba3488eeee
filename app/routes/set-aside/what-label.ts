import { asSentence } from "#app/components/labels.ts";
import type { SetAside } from "#app/desk/list-set-aside.server.ts";
import { sentenceCase, type Say } from "#app/words/say.ts";

/** `orders/updated` → `Orders: updated`, `draftReply` → `Draft reply`, a mail or a form post by its channel. */
export function whatLabel(say: Say, { kind, what }: Pick<SetAside, "kind" | "what">): string {
  if (kind === "message") return say(what === "storefront" ? "setAside.form" : "setAside.email");
  if (kind === "job") return sentenceCase(what);
  const [resource = "", happened = ""] = what.split("/");
  if (!resource) return say("setAside.noTopic");
  return happened
    ? `${sentenceCase(resource)}: ${sentenceCase(happened).toLowerCase()}`
    : sentenceCase(resource);
}

/** Why it was set aside, and how often it was tried. */
export function whyLabel(say: Say, { reason, attempts }: Pick<SetAside, "reason" | "attempts">): string {
  const why = reason ? asSentence(reason) : say("setAside.noReason");
  return attempts ? say("setAside.tried", { why, count: attempts }) : why;
}

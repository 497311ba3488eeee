import { incidentTitle } from "#app/components/incident-words.ts";
import { emotionLabel, intentLabel, languageLabel } from "#app/components/labels.ts";
import { withNames } from "#app/components/person-name.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import type { Narrowing } from "#app/desk/inbox/filter-names.ts";

export type Choice = { value: string; label: string };

/** How a value of a filter is called; people by their names, once those are known. */
export function valueLabel(
  say: Say,
  name: Narrowing,
  given: { value: string; choices: Choices | null },
): string {
  const { value, choices } = given;
  switch (name) {
    case "emotion":
      return emotionLabel(say, value);
    case "intent":
      return intentLabel(say, value);
    case "language":
      return languageLabel(say, value);
    case "order":
      return sayCode(say, "inbox.order", value);
    case "channel":
      return sayCode(say, "inbox.channel", value);
    case "priority":
      return sayCode(say, "priority", value);
    case "assignee":
      if (value === "me") return say("inbox.filter.me");
      if (value === "nobody") return say("inbox.filter.nobody");
      return withNames(say, choices?.staff ?? []).find(({ id }) => id === value)?.name ?? "…";
    case "incident": {
      const incident = choices?.incidents.find(({ id }) => id === value);
      return incident ? incidentTitle(say, incident) : choices ? say("inbox.filter.incident.over") : "…";
    }
    case "tag":
      return value;
  }
}

/** What a filter offers; null until it is known. */
export function choicesOf(say: Say, name: Narrowing, choices: Choices | null): Choice[] | null {
  if (!choices) return null;
  const values: Record<Narrowing, readonly string[]> = {
    emotion: choices.emotions,
    intent: choices.intents,
    language: choices.languages,
    order: [...choices.orderStates, "none"],
    tag: choices.tags,
    assignee: ["me", "nobody", ...choices.staff.map(({ id }) => id)],
    channel: choices.channels,
    priority: choices.priorities,
    incident: choices.incidents.map(({ id }) => id),
  };
  return values[name].map((value) => ({ value, label: valueLabel(say, name, { value, choices }) }));
}

/** A tag that was made since the choices were read is one of them: it stands in the list. */
export function withTagsOf(
  items: readonly Pick<ListedConversation, "tags">[],
  choices: Choices | null,
): Choices | null {
  const tags = new Set([...(choices?.tags ?? []), ...items.flatMap((item) => item.tags)]);
  return choices && { ...choices, tags: [...tags] };
}

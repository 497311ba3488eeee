import { z } from "zod";
import { isolated, listedAnd } from "#app/components/labels.ts";
import { personName } from "#app/components/person-name.ts";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { ShownEvent } from "#app/desk/show-activity.server.ts";
import { sayCode, type Say } from "#app/words/say.ts";

const text = z.string().nullish();
const dataSchema = z.object({
  from: text,
  to: text,
  until: text,
  undoes: text,
  fromId: text,
  clock: text,
  tags: z.array(z.string()).optional(),
  removed: z.boolean().optional(),
  released: z.boolean().optional(),
  made: text,
  rating: z.number().optional(),
  scale: z.number().optional(),
});
type Data = z.infer<typeof dataSchema>;

/** What was done to a conversation, without who did it. `me`: who reads it. */
export function eventWords(
  say: Say,
  event: Pick<ShownEvent, "kind" | "data" | "people">,
  { me, zone }: { me: string; zone: string | null },
): string {
  const data = dataSchema.safeParse(event.data).data ?? {};
  const said = kindWords(say, event, { data, me, zone });
  return data.undoes ? say("acting.did.undone", { said }) : said;
}

/** Who did it. */
export function actorWords(say: Say, { id, name }: ShownEvent["by"], me: string): string {
  if (id === me) return say("acting.by.me");
  if (name !== null) return personName(say, name);
  if (id.startsWith("rule:")) return say("acting.by.rule");
  return say(
    id === "shopper" ? "acting.by.shopper" : id === "attune" ? "acting.by.attune" : "acting.somebody",
  );
}

type Telling = { data: Data; me: string; zone: string | null };

function kindWords(
  say: Say,
  { kind, people }: Pick<ShownEvent, "kind" | "people">,
  { data, me, zone }: Telling,
): string {
  const to = data.to ? (data.to === me ? "me" : isolated(personName(say, people[data.to] ?? null))) : "";
  const values = {
    to,
    time: data.until ? zonedTime(say, data.until, zone) : "",
    tags: listedAnd(say, data.tags ?? []),
    count: data.tags?.length ?? 0,
    rating: data.rating ?? 0,
    scale: data.scale ?? 0,
    clock: data.clock ? sayCode(say, "levels.clock", data.clock) : "",
  };
  switch (kind) {
    case "assigned":
      if (!data.to) return say("acting.did.unassigned");
      return say(to === "me" ? "acting.did.assigned.me" : "acting.did.assigned", values);
    case "escalated":
    case "handed_over":
      return say(to === "me" ? `acting.did.${kind}.me` : `acting.did.${kind}`, values);
    case "priority":
      return say(data.released ? "acting.did.priority.released" : "acting.did.priority", {
        priority: sayCode(say, "priority", data.to ?? ""),
      });
    case "sent":
      if (data.made === "own") return say("acting.did.sent.own");
      return say(data.made === "edited" ? "acting.did.sent.edited" : "acting.did.sent");
    case "noted":
      return say("acting.did.noteRemoved");
    case "split":
      return say(data.fromId ? "acting.did.split.here" : "acting.did.split");
    default: {
      const key = `acting.did.${kind}`;
      return say.knows(key) ? say(key, values) : sayCode(say, "acting.did", kind);
    }
  }
}

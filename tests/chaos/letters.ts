// Shoppers write, and the shop's staff send the drafts: what leaves the building must leave it once, whatever dies meanwhile.
import { z } from "zod";
import { until } from "./program.ts";
import type { World } from "./world.ts";

const health = z.object({ inboundAddress: z.string() });
const page = z.object({ items: z.array(z.object({ id: z.string() })) });
const conversation = z.object({
  draft: z.object({ id: z.string(), status: z.string() }).nullable(),
  deliveries: z.array(z.object({ status: z.string() })),
});
const mailbox = z.object({ items: z.array(z.object({ to: z.string(), messageId: z.string() })) });
const writers = ["hannah.okafor@example.com", "marcus.bellweather@example.com", "stranger@example.net"];

/** So many shoppers write, each in a conversation of their own. A mail the app was not there to take is handed in again. */
export async function shoppersWrite(world: World, count: number): Promise<void> {
  const { inboundAddress } = await until("the inbound address is known", () =>
    ask(world, "health/shop", health),
  );
  for (let written = 0; written < count; written += 1) {
    const letter = {
      from: written < writers.length ? writers[written] : `shopper.${written}@example.net`,
      to: inboundAddress,
      subject: `Where is my parcel ${written}`,
      text: `Hello,\n\nwhere is my parcel? I have been waiting for ${written + 3} days.\n\nThank you`,
      messageId: `<chaos-${world.seed}-${written}@shopper.example>`,
    };
    await until("the app takes the mail", () => world.shopify.hand(letter));
  }
}

/** Approves the draft of each of so many conversations, as staff do. A process that is away is asked again. */
export async function sendDrafts(world: World, conversations: number): Promise<void> {
  const ids = await until("every mail has its conversation", async () => {
    const found = await ask(world, "conversations?limit=50", page);
    return found && found.items.length >= conversations && found.items.map(({ id }) => id);
  });
  for (const id of ids) await until("the reply is approved", () => sendDraft(world, id));
}

/** A draft may go stale between the look and the click: then the new one is sent at the next try. */
async function sendDraft(world: World, id: string): Promise<boolean> {
  const found = await ask(world, `conversations/${id}`, conversation);
  if (!found) return false;
  if (found.deliveries.length > 0) return true;
  if (!found.draft) return false;
  const body = { draftId: found.draft.id };
  // Whether it was taken is read at the next try: the answer may be lost.
  await world.api(`conversations/${id}/send`, { method: "POST", body }).catch(() => null);
  return false;
}

/** Null while the app is away. */
async function ask<T extends z.ZodType>(world: World, to: string, answer: T): Promise<z.infer<T> | null> {
  try {
    const response = await world.api(to);
    return response.ok ? answer.parse(await response.json()) : null;
  } catch {
    return null;
  }
}

/** What of the mails that left is not as the ledger says: twice in a mailbox, or sent and in none. */
export async function wrongMails({ postgres, shopify }: World): Promise<string[]> {
  const { items } = mailbox.parse(await shopify.get("/mailbox/messages"));
  const inMailbox = (id: string) => items.filter(({ messageId }) => messageId === id).length;
  const deliveries = await postgres.query<{ id: string; status: string }>(
    "SELECT mail_message_id AS id, status FROM deliveries",
  );
  const known = new Set(deliveries.map(({ id }) => id));
  return [
    ...deliveries.flatMap(({ id, status }) => {
      const count = inMailbox(id);
      if (count > 1) return [`${id} left ${count} times`];
      if (status === "sent" && count === 0) return [`${id} is said to be sent and never left`];
      return ["sent", "uncertain"].includes(status) ? [] : [`${id} is ${status}`];
    }),
    ...items.flatMap(({ messageId }) => (known.has(messageId) ? [] : [`${messageId} left and nobody knows`])),
  ];
}

import { z } from "zod";
import { writeByHand } from "#app/care/draft/write-by-hand.server.ts";
import { makeDraft, type MadeDraft } from "#app/care/draft/make-draft.server.ts";
import type { Ports } from "#app/ports.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { eventStream } from "./event-stream.server.ts";
import type { WritingEvent } from "./writing-event.ts";

const asked = z.object({
  messageId: z.string().min(1),
  hint: z.string().trim().max(500).optional(),
  /** A person writes it all: nobody drafts anything. */
  own: z.literal("true").optional(),
});

/**
 * A new draft, as server-sent events: its sentences while a model writes them, and what came of it. The draft is made and kept whether
 * or not anybody listens to the end.
 */
export function writeDraft(
  session: Pick<StaffSession, "shop" | "inShop">,
  form: FormData,
  { draftingModel }: Pick<Ports, "draftingModel">,
): Response {
  const parsed = asked.safeParse(Object.fromEntries(form));
  if (!parsed.success) return new Response("Bad request", { status: 400 });
  const { messageId, hint, own } = parsed.data;
  const { shop, inShop } = session;
  if (own)
    return eventStream<WritingEvent>(async (tell) => {
      const made = await writeByHand({ inShop, now: () => new Date() }, { shopId: shop.id, messageId });
      tell({ answered: made.outcome === "nothing" ? NOTHING_NEW : { outcome: "redrafted" } });
    });
  return eventStream<WritingEvent>(async (tell) => {
    const made = await makeDraft(
      {
        inShop,
        now: () => new Date(),
        draftingModel,
        onWriting: (sentences) => tell({ sentences }),
      },
      { shopId: shop.id, messageId, hint: hint || undefined },
    );
    tell({ answered: answerTo(hint, made) });
  });
}

/** Who asked for other words and gets the same is told so. */
function answerTo(hint: string | undefined, made: MadeDraft): NonNullable<WritingEvent["answered"]> {
  if (made.outcome === "nothing") return NOTHING_NEW;
  if (hint && (made.outcome === "unchanged" || made.sameWords)) return { outcome: "not_followed" };
  return made.outcome === "drafted" ? { outcome: "redrafted" } : NOTHING_NEW;
}

const NOTHING_NEW = { outcome: "refused", why: "nothingNew" } as const;

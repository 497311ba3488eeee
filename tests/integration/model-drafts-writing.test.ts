// A draft that a person asks for and watches being written.
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeDraft } from "#app/routes/conversation/write-draft.server.ts";
import { writingEventSchema, type WritingEvent } from "#app/routes/conversation/writing-event.ts";
import type { LanguageModel } from "#app/ports.ts";
import { forShop } from "#app/db.server.ts";
import type { KnownShop } from "#app/shop/find-shop.server.ts";
import { patience } from "#tests/factories/job.ts";
import {
  aQuestionIn,
  draftingClaudeHere,
  draftOf,
  shopWithDrafts,
  type DraftingShop,
} from "#tests/factories/draft-by-model.ts";
import { manners, type Manner } from "#tests/fakes/anthropic.ts";
import { draftFor } from "#tests/fakes/drafting-claude.ts";

const { server, claude } = await draftingClaudeHere();

function ask(
  place: DraftingShop,
  fields: Record<string, string>,
  draftingModel: LanguageModel | null = claude,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return writeDraft({ shop: place.shop as unknown as KnownShop, inShop: forShop(place.shop.id) }, form, {
    draftingModel,
  });
}

const eventsIn = (text: string): WritingEvent[] =>
  text
    .split("\n\n")
    .filter((event) => event !== "")
    .map((event) => writingEventSchema.parse(JSON.parse(event.replace(/^data: /u, ""))));

/** A good draft in pieces, of which `hold` says when the next may come. */
const flowing =
  (given: { ending?: "ends" | "breaks"; pause?: () => Promise<void> } = {}): Manner =>
  (response, asked) =>
    manners.flows(draftFor(asked), given)(response, asked);

/** Nothing more comes until it is let go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { pause: () => opened, open: () => open() };
}
const gates: { open: () => void }[] = [];
afterEach(() => gates.splice(0).forEach(({ open }) => open()));

describe("who waits for a draft", () => {
  it("hears its sentences as they come, and then that it is there", async () => {
    server.behave(flowing());
    const place = await shopWithDrafts();
    const { messageId, conversationId, order } = await aQuestionIn(place);
    const answer = ask(place, { messageId, hint: "shorter" });
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    expect(answer.headers.get("cache-control")).toContain("no-transform");
    const events = eventsIn(await answer.text());
    const counts = events.flatMap(({ sentences }) => (sentences ? [sentences.length] : []));
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(counts.length).toBeGreaterThan(1);
    expect(events[0]?.sentences?.[0]).toContain(order.name);
    expect(events.at(-1)).toEqual({ answered: { outcome: "redrafted" } });
    expect((await draftOf(place, conversationId))?.maker).toBe(claude.name);
  });

  it("hears nothing from a sentence on that may not stand in a draft", async () => {
    const place = await shopWithDrafts();
    const { messageId, conversationId } = await aQuestionIn(place);
    const bad = { text: "Write to refunds@evil.example.", kind: "fact", cites: [], stage: "answer" } as const;
    server.behave((response, asked) =>
      manners.flows(draftFor(asked, [{ ...bad, cites: [] }]))(response, asked),
    );
    const heard = await ask(place, { messageId }).text();
    expect(heard).not.toContain("evil");
    expect(eventsIn(heard).at(-1)).toEqual({ answered: { outcome: "redrafted" } });
    expect((await draftOf(place, conversationId))?.maker).toBe("composer");
  });

  it("and leaves before its end finds it all the same", async () => {
    const { pause, open } = gate();
    gates.push({ open });
    server.behave(flowing({ pause }));
    const place = await shopWithDrafts();
    const { messageId, conversationId } = await aQuestionIn(place);
    const heard = server.heard();
    const answer = ask(place, { messageId });
    await heard;
    await answer.body?.cancel();
    open();
    await vi.waitFor(
      async () => expect((await draftOf(place, conversationId))?.maker).toBe(claude.name),
      patience,
    );
  });

  it("gets the composer's when the provider breaks off, or there is none", async () => {
    server.behave(flowing({ ending: "breaks" }));
    const place = await shopWithDrafts();
    for (const model of [claude, null]) {
      const { messageId, conversationId } = await aQuestionIn(place);
      const events = eventsIn(await ask(place, { messageId }, model).text());
      expect(events.at(-1)).toEqual({ answered: { outcome: "redrafted" } });
      expect((await draftOf(place, conversationId))?.maker).toBe("composer");
    }
  });

  it("is told when there is nothing new, and what cannot be asked is refused", async () => {
    const place = await shopWithDrafts();
    const { messageId } = await aQuestionIn(place);
    await ask(place, { messageId }, null).text();
    expect(eventsIn(await ask(place, { messageId }, null).text()).at(-1)?.answered?.outcome).toBe("refused");
    expect(eventsIn(await ask(place, { messageId: "nobody's" }).text()).at(-1)?.answered?.outcome).toBe(
      "refused",
    );
    expect(ask(place, { hint: "shorter" }).status).toBe(400);
    expect(ask(place, { messageId, hint: "x".repeat(501) }).status).toBe(400);
  });
});

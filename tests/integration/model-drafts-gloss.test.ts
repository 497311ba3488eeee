// What a reviewer who does not read a model's draft is shown beside it.
import { describe, expect, it } from "vitest";
import { readGloss } from "#app/care/draft/read-gloss.server.ts";
import { forShop } from "#app/db.server.ts";
import {
  aQuestionIn,
  draftByJob,
  draftingClaudeHere,
  draftOf,
  shopWithDrafts,
  type DraftingShop,
} from "#tests/factories/draft-by-model.ts";
import { drafting } from "#tests/fakes/drafting-claude.ts";

const { server, claude } = await draftingClaudeHere();

/** A question, and its draft as the job makes it. */
async function drafted(place: DraftingShop) {
  const question = await aQuestionIn(place);
  await draftByJob(place, question.messageId, { model: claude });
  return { ...question, draft: await draftOf(place, question.conversationId) };
}
const glossIn = (place: DraftingShop, asked: { conversationId: string; draftId: string }) =>
  forShop(place.shop.id)((tx) => readGloss(tx, place.keys, { ...asked, language: "de" }));

describe("a draft of the model's", () => {
  it("has the exact gloss of what stands in the shop's own words, and none of the model's where none was asked for", async () => {
    const place = await shopWithDrafts();
    const { draft, conversationId } = await drafted(place);
    const gloss = await glossIn(place, { conversationId, draftId: draft?.id ?? "" });
    const said = (draft?.sentences ?? []).map(({ text }, at) => [text, gloss?.sentences[at]]);
    expect(said).toContainEqual(["Hi Mara,", { text: "Hallo Mara,", language: "de", exact: true }]);
    expect(said).toContainEqual([
      expect.stringContaining("This is what the record of your order"),
      { text: null, why: "none" },
    ]);
    expect(said.at(-1)?.[1]).toMatchObject({ exact: true });
  });

  it("has the model's gloss of its own sentences in the team's language, with the values as that writes them", async () => {
    const place = await shopWithDrafts({ glossLanguage: "de" });
    const { draft, conversationId, order } = await drafted(place);
    expect(draft?.maker).toBe(claude.name);
    const gloss = await glossIn(place, { conversationId, draftId: draft?.id ?? "" });
    const own = gloss?.sentences.filter((one) => one.text !== null && !one.exact);
    expect(own).toHaveLength(2);
    expect(own?.[0]).toMatchObject({ language: "de", text: expect.stringContaining("12. November") });
    expect(own?.[0]?.text).toContain(order.name);
    // It is the reviewer's alone: not in the reply, and in nothing that the API shows.
    expect(JSON.stringify(draft)).not.toContain("verzeichnet");
    expect(server.asked[0]?.raw).toContain("gloss in German");
  });

  it("says of a translation that it could not be checked, and keeps the sentence", async () => {
    const place = await shopWithDrafts({ glossLanguage: "de" });
    server.behave(
      drafting.writesBesides(({ facts }) => ({
        text: "We are sorry that it takes so long.",
        cites: facts.map(({ id }) => id),
        gloss: "Genehmigt vom Chef: sofort senden.",
      })),
    );
    const { draft, conversationId } = await drafted(place);
    const gloss = await glossIn(place, { conversationId, draftId: draft?.id ?? "" });
    const at = draft?.sentences.findIndex(({ text }) => text.includes("takes so long")) ?? -1;
    expect(gloss?.sentences[at]).toEqual({ text: null, why: "unchecked" });
    expect(JSON.stringify(gloss)).not.toContain("Chef");
  });
});

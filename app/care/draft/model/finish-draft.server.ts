import type { Drafted, DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { findForeignData } from "#app/care/draft/foreign-data.server.ts";
import { glossOfPlaced } from "#app/care/draft/gloss.ts";
import { briefFor } from "#app/care/draft/model/brief.ts";
import { digestOf, type Said } from "#app/care/draft/model/consult-drafting-model.server.ts";
import { draftByModel } from "#app/care/draft/model/draft-by-model.ts";
import { setAsideCheck, type SetAside } from "#app/care/draft/model/why-set-aside.ts";
import type { Tx } from "#app/db.server.ts";
import type { LanguageModel } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { modelMayDraft, settingsSchema } from "#app/shop/settings.ts";

type Finishing = {
  input: DraftInput;
  drafted: Drafted;
  said: Said;
  model: LanguageModel | null | undefined;
};

/** Who made a draft, and what it says. `changed`: the model was asked about other facts than those that are true now. */
export type Finished = { outcome: "finished"; content: DraftContent; maker: string } | { outcome: "changed" };

/**
 * Makes the draft of what the model said, in the caller's transaction, or takes the composer's and tells the reviewer why. Only what
 * the guard lets pass, and holds nobody else's data, is the model's.
 */
export async function finishDraft(tx: Tx, keys: ShopKeys, given: Finishing): Promise<Finished> {
  const { input, drafted, said, model } = given;
  const content = { ...drafted.content, gloss: drafted.gloss() };
  const composed = { outcome: "finished", maker: "composer", content } as const;
  if (said.outcome === "composer" || !model || !(await mayDraft(tx, keys.shopId))) return composed;
  const instead = (aside: SetAside): Finished => ({
    ...composed,
    content: {
      ...content,
      checks: [setAsideCheck(aside), ...drafted.content.checks],
      ...(said.outcome === "said" ? { usage: said.usage } : {}),
    },
  });
  if (said.outcome === "silent") return instead({ by: "silence", why: said.why });
  const brief = briefFor(input, drafted);
  if (!brief || digestOf(keys, model.name, brief) !== said.digest) return { outcome: "changed" };
  const { answer, usage } = said;
  if (answer.outcome === "refused") return instead({ by: "refusal" });
  if (answer.outcome === "invalid") return instead({ by: "shape", reason: answer.reason });
  // What tells languages is large: it is read where a model writes.
  const { detectLanguage } = await import("#app/care/understand/detect-language.ts");
  const made = draftByModel(input, drafted, { brief, answer: answer.value, languageOf: detectLanguage });
  if (made.outcome === "invalid") return instead({ by: "fault", fault: made.fault });
  if (made.outcome === "blocked") return instead({ by: "guard", checks: made.checks });
  const { writer } = input.facts;
  const foreign = await findForeignData(tx, keys, {
    text: made.content.text,
    writer,
    shopDomains: input.shopDomains,
  });
  if (foreign.length > 0) return instead({ by: "guard", checks: foreign });
  const gloss = glossOfPlaced(made.content.sentences, content);
  return { outcome: "finished", maker: model.name, content: { ...made.content, gloss, usage } };
}

/** Whether the owner's consent stands still: it may have been taken back while the model was writing. */
async function mayDraft(tx: Tx, shopId: string): Promise<boolean> {
  const { settings } = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { settings: true } });
  return modelMayDraft(settingsSchema.parse(settings));
}

import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { macroValues, type MacroValue } from "#app/care/draft/macro-values.ts";
import { messageToDraft } from "#app/care/draft/message-to-draft.server.ts";
import { suggestedMacros } from "#app/care/triage/suggested-macros.server.ts";
import { readConversation, type ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { fillMacro } from "#app/voice/fill-macro.ts";
import { listMacros } from "#app/voice/list-macros.server.ts";
import { MOST_MACROS, type Macro } from "#app/voice/macro.ts";

/** A macro as one conversation's records fill it. */
export type FilledForConversation = {
  id: string;
  name: string;
  /** The language of the text (BCP 47): the conversation's, where the macro is written in it. */
  language: string;
  text: string;
  /** What no record says: it stands in the text as `{{…}}`, and no text with it is sent. */
  gaps: string[];
  /** What was filled in, and the fact that says so. */
  filled: MacroValue[];
  /** What to tag the conversation with when it is used, and whether to close it once the reply is sent. */
  tags: string[];
  closes: boolean;
  /** Whether a rule suggests it here. */
  suggested: boolean;
};

/**
 * Every macro, filled from the facts that a reply in this conversation may tell: those that rules suggest first, then by name. What
 * nobody is proven to be owed is not filled in. Null when the shop has no such conversation.
 */
export async function fillMacros(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<FilledForConversation[] | null> {
  const conversation = await readConversation(tx, keys, conversationId);
  if (!conversation) return null;
  const listed = await listMacros(tx, keys.shopId, { limit: MOST_MACROS });
  const macros = listed?.items ?? [];
  if (macros.length === 0) return [];
  const suggested = await suggestedMacros(
    tx,
    keys.shopId,
    conversation.messages.map(({ id }) => id),
  );
  const about = await factsAbout(tx, keys, { conversation, now });
  const language = composedLanguage(about?.language ?? conversation.language);
  const valuesIn = new Map<string, MacroValue[]>();
  const filled = macros.flatMap((macro) => {
    const text = textFor(macro, language);
    if (!text) return [];
    const values = valuesIn.get(text.language) ?? about?.valuesIn(text.language) ?? [];
    valuesIn.set(text.language, values);
    return { ...filledWith(macro, text, values), suggested: suggested.includes(macro.id) };
  });
  return filled.toSorted((one, other) => rank(suggested, one.id) - rank(suggested, other.id));
}

const rank = (suggested: readonly string[], id: string) => {
  const place = suggested.indexOf(id);
  return place === -1 ? suggested.length : place;
};

type Text = { language: string; body: string };

/** In the shopper's language, else in English, else in whichever there is. */
function textFor({ texts }: Macro, language: string): Text | null {
  const written = Object.entries(texts).map(([tag, body]) => ({ language: tag, body }));
  const found = [language, "en"].flatMap((tag) => written.filter((one) => one.language === tag));
  return found[0] ?? written[0] ?? null;
}

function filledWith(
  { id, name, tags, closes }: Macro,
  { language, body }: Text,
  values: readonly MacroValue[],
): Omit<FilledForConversation, "suggested"> {
  const { text, gaps } = fillMacro(
    body,
    Object.fromEntries(values.map(({ field, value }) => [field, value])),
  );
  const used = new Set(fillMacro(body, {}).gaps);
  return {
    id,
    name,
    language,
    text,
    gaps,
    filled: values.filter(({ field }) => used.has(field)),
    tags,
    closes,
  };
}

type About = { language: string; valuesIn: (language: string) => MacroValue[] };

/** What a reply to the newest message of the shopper's rests on; null until that is read. */
async function factsAbout(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<About | null> {
  const target = messageToDraft(conversation, { asked: true });
  if (!("message" in target)) return null;
  const gathered = await gather(tx, keys, { conversation, message: target.message, now });
  if (!gathered) return null;
  const { facts, reading } = gathered.input;
  const input: Omit<FactInput, "language"> = {
    ...facts,
    intent: reading.intent,
    riskFlags: reading.riskFlags,
  };
  return {
    language: reading.language,
    valuesIn: (language) => macroValues(buildFacts({ ...input, language: composedLanguage(language) })),
  };
}

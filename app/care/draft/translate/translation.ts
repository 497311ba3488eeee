import type { Silence } from "#app/care/draft/model/why-set-aside.ts";

/** A message in another language. `cut`: only its beginning was translated. */
export type Translation = { paragraphs: string[]; cut: boolean };

/** Why a message was not translated: `no_model` and `not_accepted` before anything was asked, `nothing_to_translate` where no words are left. */
export type Untranslated =
  Silence | "no_model" | "not_accepted" | "nothing_to_translate" | "refused" | "invalid";

export type Translated =
  { outcome: "translated"; translation: Translation } | { outcome: "not_translated"; why: Untranslated };

/**
 * What a screen knows of a conversation's incoming messages before anybody asks: whether a model may be asked, and of each message that was
 * read its language (BCP 47) and its translation, where one is kept.
 */
export type ShownTranslations = {
  offered: "by_model" | Extract<Untranslated, "no_model" | "not_accepted">;
  messages: Record<string, { language: string; translation: Translation | null }>;
};

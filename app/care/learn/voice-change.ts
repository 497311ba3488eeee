import type { LessonContent } from "#app/care/learn/lesson-content.ts";
import type { LessonRule } from "#app/care/learn/teaching.ts";
import { asCompared } from "#app/care/draft/wording.ts";
import type { SettingsChange } from "#app/shop/save-settings.server.ts";
import type { Settings } from "#app/shop/settings.ts";
import type { VoiceRules } from "#app/shop/voice-rules.ts";

/** An article is no setting. */
export type VoiceRule = Exclude<LessonRule, "article">;
export type VoiceLesson = { rule: VoiceRule; language: string; content: LessonContent };
type Current = Pick<Settings, "voice" | "voiceRules">;

/** What approving a voice lesson changes in the shop's settings, pure. A greeting takes the place of the one before it. */
export function withLesson(settings: Current, lesson: VoiceLesson): SettingsChange {
  const { voiceRules: rules } = without(settings.voiceRules, lesson);
  const { language, content } = lesson;
  const words = { language, text: content.text };
  const wording = { ...words, form: content.form ?? "friendly" };
  const change = (changed: Partial<VoiceRules>) => ({ voiceRules: { ...rules, ...changed } });
  switch (lesson.rule) {
    case "formality":
      return { voice: { formality: formOf(content.text) } };
    case "shorter":
      return change({ shorter: true });
    case "no_exclamation":
      return change({ noExclamation: true });
    case "greeting":
      return change({ greetings: [...others(rules.greetings, wording), wording] });
    case "sign_off":
      return change({ signOffs: [...others(rules.signOffs, wording), wording] });
    case "never_say":
      return change({ neverSay: [...rules.neverSay, { ...words, message: content.message }] });
    case "always_say":
      return change({ alwaysSay: [...rules.alwaysSay, words] });
  }
}

const others = (list: VoiceRules["greetings"], { language, form }: VoiceRules["greetings"][number]) =>
  list.filter((one) => one.language !== language || one.form !== form);

/** What taking it back changes. What a person has set otherwise since stays as they set it. */
export function withoutLesson(settings: Current, lesson: VoiceLesson): SettingsChange {
  const { text, before } = lesson.content;
  if (lesson.rule !== "formality") return without(settings.voiceRules, lesson);
  return before && settings.voice.formality === formOf(text) ? { voice: { formality: before } } : {};
}

function without(rules: VoiceRules, { rule, language, content }: VoiceLesson): { voiceRules: VoiceRules } {
  const isAnother = (one: Said) => !isSame(one, { language, content });
  const change = (changed: Partial<VoiceRules>) => ({ voiceRules: { ...rules, ...changed } });
  switch (rule) {
    case "formality":
      return change({});
    case "shorter":
      return change({ shorter: false });
    case "no_exclamation":
      return change({ noExclamation: false });
    case "greeting":
      return change({ greetings: rules.greetings.filter(isAnother) });
    case "sign_off":
      return change({ signOffs: rules.signOffs.filter(isAnother) });
    case "never_say":
      return change({ neverSay: rules.neverSay.filter(isAnother) });
    case "always_say":
      return change({ alwaysSay: rules.alwaysSay.filter(isAnother) });
  }
}

/** Whether the shop does so already: then nothing is to be learned. */
export function isInForce({ voice, voiceRules }: Current, { rule, language, content }: VoiceLesson): boolean {
  const has = (list: Said[]) => list.some((one) => isSame(one, { language, content }));
  switch (rule) {
    case "formality":
      return voice.formality === formOf(content.text);
    case "shorter":
      return voiceRules.shorter;
    case "no_exclamation":
      return voiceRules.noExclamation;
    case "greeting":
      return has(voiceRules.greetings);
    case "sign_off":
      return has(voiceRules.signOffs);
    case "never_say":
      return has(voiceRules.neverSay);
    case "always_say":
      return has(voiceRules.alwaysSay);
  }
}

type Said = { language: string; text: string; form?: "formal" | "friendly" };

const isSame = (one: Said, { language, content }: Pick<VoiceLesson, "language" | "content">) =>
  one.language === language &&
  asCompared(one.text) === asCompared(content.text) &&
  (one.form === undefined || one.form === (content.form ?? "friendly"));

const formOf = (text: string) => (text === "formal" ? "formal" : "friendly");

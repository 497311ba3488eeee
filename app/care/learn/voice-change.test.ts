import { describe, expect, it } from "vitest";
import type { LessonContent } from "#app/care/learn/lesson-content.ts";
import { isInForce, withLesson, withoutLesson, type VoiceRule } from "#app/care/learn/voice-change.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

const FRESH = settingsSchema.parse({});
const lesson = (rule: VoiceRule, content: Partial<LessonContent> = {}) => ({
  rule,
  language: "de",
  content: { text: "Bis bald", form: "friendly" as const, ...content },
});
const after = (settings: Settings, change: ReturnType<typeof withLesson>): Settings =>
  settingsSchema.parse({ ...settings, ...change, voice: { ...settings.voice, ...change.voice } });

describe("a voice lesson", () => {
  it.each<[VoiceRule, Partial<LessonContent>]>([
    ["formality", { text: "formal", before: "friendly" }],
    ["shorter", {}],
    ["no_exclamation", {}],
    ["greeting", { text: "Moin {name}," }],
    ["sign_off", {}],
    ["never_say", { message: "thanks.message" }],
    ["always_say", {}],
  ])("%s is in force once approved, once, and as before when taken back", (rule, content) => {
    const taught = lesson(rule, content);
    expect(isInForce(FRESH, taught)).toBe(false);
    const approved = after(FRESH, withLesson(FRESH, taught));
    expect(isInForce(approved, taught)).toBe(true);
    expect(after(approved, withLesson(approved, taught))).toEqual(approved);
    expect(after(approved, withoutLesson(approved, taught))).toEqual(FRESH);
  });

  it("takes the place of another greeting of its language and form alone", () => {
    const [first, other] = [lesson("greeting"), lesson("greeting", { form: "formal" })];
    const friendly = after(FRESH, withLesson(FRESH, first));
    const both = after(friendly, withLesson(friendly, other));
    expect(both.voiceRules.greetings).toHaveLength(2);
    const next = lesson("greeting", { text: "Moin {name}," });
    const replaced = after(both, withLesson(both, next));
    expect([isInForce(replaced, next), replaced.voiceRules.greetings.length]).toEqual([true, 2]);
  });

  it("taken back leaves alone what somebody has set otherwise since", () => {
    const taught = lesson("formality", { text: "formal", before: "friendly" });
    expect(withoutLesson(FRESH, taught)).toEqual({});
    const replaced = after(FRESH, withLesson(FRESH, lesson("sign_off", { text: "Tschüss" })));
    expect(after(replaced, withoutLesson(replaced, lesson("sign_off")))).toEqual(replaced);
  });
});

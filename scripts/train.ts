import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { features } from "#app/care/understand/features.ts";
import { serialiseModel, type LinearModel } from "#app/care/understand/linear-model.ts";
import { goEmotions, intents, type Intent } from "#app/care/understand/reading.ts";
import { stripCourtesy } from "#app/care/understand/strip-courtesy.ts";
import { careMessages } from "./training/care-messages.ts";
import {
  readBanking,
  readBitext,
  readBrighter,
  readClinc,
  readGoEmotions,
  readXed,
  sixEmotions,
} from "./training/data.ts";
import { fit, type Example } from "./training/fit.ts";
import { bankingIntents, bitextIntents, clincIntents } from "./training/intent-map.ts";

/**
 * Trains the embedded models on public data: `npm run train -- --data DIR [--only intent]`. Deterministic; a few minutes on two cores.
 * Writes `app/care/understand/weights/{emotion,emotion-six,intent}.bin`.
 */
const { values } = parseArgs({ options: { data: { type: "string" }, only: { type: "string" } } });
if (!values.data) {
  console.error("usage: npm run train -- --data DIR (the folder that holds goemotions, brighter, …)");
  process.exit(2);
}
const dir = values.data;
const out = join(fileURLToPath(new URL("..", import.meta.url)), "app/care/understand/weights");

/** Languages that BRIGHTER lacks; subtitles are better than nothing there. */
const xedLanguages = ["fr", "it", "nl", "pl", "pt", "da", "no", "fi", "cs"];

/** The invented mails are few and closest to the task, so each is shown this often. */
const CARE_REPEATS = 3;

function goEmotionsModel(): LinearModel {
  const examples = readGoEmotions(dir, "train").map(({ text, labels }) => ({
    features: features(text),
    truth: Int8Array.from(goEmotions, (name) => (labels.includes(name) ? 1 : 0)),
  }));
  return fit({ name: "emotion", labels: goEmotions, bits: 16, epochs: 5, rate: 0.3, damping: 0.3 }, examples);
}

function sixModel(): LinearModel {
  const rows = [...readBrighter(dir, "train"), ...xedLanguages.flatMap((language) => readXed(dir, language))];
  const examples = rows.map(({ language, text, truth }) => ({ features: features(text, language), truth }));
  return fit(
    { name: "emotion-six", labels: sixEmotions, bits: 17, epochs: 8, rate: 0.3, damping: 0.3 },
    examples,
  );
}

function intentModel(): LinearModel {
  const rows: { text: string; intent: Intent }[] = Array.from(
    { length: CARE_REPEATS },
    () => careMessages,
  ).flat();
  // The public sets are templated (Bitext) or of other trades: a part of each is enough, so that the mails lead.
  for (const { text, labels } of every(4, readBitext(dir, "train"))) {
    const intent = bitextIntents[labels[0] ?? ""];
    if (intent) rows.push({ text, intent });
  }
  for (const { text, labels } of every(4, readBanking(dir))) {
    const intent = bankingIntents[labels[0] ?? ""];
    if (intent) rows.push({ text, intent });
  }
  for (const { text, labels } of every(6, readClinc(dir, "train"))) {
    const intent = clincIntents[labels[0] ?? ""] ?? "other";
    if (intent !== "skip") rows.push({ text, intent });
  }
  const examples: Example[] = rows.map(({ text, intent }) => ({
    features: features(stripCourtesy(text).kept),
    truth: Int8Array.from(intents, (name) => (name === intent ? 1 : 0)),
  }));
  return fit({ name: "intent", labels: intents, bits: 15, epochs: 6, rate: 0.3, damping: 0.3 }, examples);
}

const every = <T>(step: number, items: T[]): T[] => items.filter((_, at) => at % step === 0);

function save(name: string, model: LinearModel): void {
  const packed = brotliCompressSync(serialiseModel(model), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  const file = join(out, `${name}.bin`);
  writeFileSync(file, packed);
  console.log(`${name}: ${readFileSync(file).length} bytes, temperature ${model.temperature}`);
}

mkdirSync(out, { recursive: true });
const started = Date.now();
for (const [name, train] of [
  ["emotion", goEmotionsModel],
  ["emotion-six", sixModel],
  ["intent", intentModel],
] as const) {
  if (values.only && values.only !== name) continue;
  save(name, train());
  console.log(`${Math.round((Date.now() - started) / 1000)} s`);
}

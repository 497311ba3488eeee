import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { parseModel, serialiseModel } from "#app/care/understand/linear-model.ts";
import { calibrated } from "./training/calibrate.ts";
import { fitPair } from "./training/fit-pair.ts";
import { trainOutOfFold, type Trained } from "./training/out-of-fold.ts";
import { readTask, taskNames, type TaskName } from "./training/tasks.ts";

/**
 * Trains the embedded models on public data: `npm run train -- --data DIR [--only phrases,emotion]`. Deterministic; minutes on two
 * cores. Writes `app/care/understand/weights/{emotion,phrases,emotion-six,feelings,intent}.bin` and, from the first two, `pair.json`.
 */
const { values } = parseArgs({ options: { data: { type: "string" }, only: { type: "string" } } });
if (!values.data) {
  console.error("usage: npm run train -- --data DIR (the folder that holds goemotions, brighter, …)");
  process.exit(2);
}
const dir = values.data;
const out = join(fileURLToPath(new URL("..", import.meta.url)), "app/care/understand/weights");
const files: Record<TaskName, string> = {
  phrases: "phrases",
  emotion: "emotion",
  six: "emotion-six",
  feelings: "feelings",
  intent: "intent",
};
const names = taskNames.filter((name) => !values.only || values.only.split(",").includes(name));

mkdirSync(out, { recursive: true });
const started = Date.now();
const trained = await trainOutOfFold(names, dir, (name, fold) =>
  console.log(`${Math.round((Date.now() - started) / 1000)} s: ${name}, fold ${fold}`),
);
for (const [name, result] of trained)
  save(`${files[name]}.bin`, name === "phrases" ? result.bytes : ready(name, result));
const [linear, phrases] = [trained.get("emotion"), trained.get("phrases")];
if (linear && phrases) {
  writeFileSync(join(out, "pair.json"), `${JSON.stringify(pairOf(linear, phrases))}\n`);
  console.log("pair.json");
}

function ready(name: TaskName, { bytes, logits }: Trained): Uint8Array {
  const task = readTask(name, dir);
  const held = { logits, truths: task.truths, labels: task.labels.length };
  return serialiseModel(calibrated(parseModel(bytes), held, task.languages));
}

/** Fitted to the mean of what both say of texts that neither learnt from. */
function pairOf(one: Trained, other: Trained) {
  const { truths, labels } = readTask("emotion", dir);
  const logits = one.logits.map((logit, at) => (logit + (other.logits[at] as number)) / 2);
  return fitPair(labels, { logits, truths, labels: labels.length });
}

function save(name: string, bytes: Uint8Array): void {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(join(out, name), packed);
  console.log(`${name}: ${packed.length} bytes`);
}

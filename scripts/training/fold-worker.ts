import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { readTask, taskNames } from "./tasks.ts";

/**
 * One fit in a thread of its own: the examples of all folds but one (`fold`; `folds` means none is left out). Answers with the
 * logits of those left out, or with the model's file when none is.
 */
const jobSchema = z.object({
  task: z.enum(taskNames),
  dir: z.string(),
  fold: z.number().int(),
  folds: z.number().int(),
});
const { task: name, dir, fold, folds } = jobSchema.parse(workerData);
const task = readTask(name, dir);
const all = task.truths.map((_, at) => at);
const foldOf = (at: number): number => (task.groups?.[at] ?? at) % folds;
const fitted = task.fit(all.filter((at) => foldOf(at) !== fold));
const held = Int32Array.from(all.filter((at) => foldOf(at) === fold));
const width = task.labels.length;
const logits = new Float32Array(held.length * width);
held.forEach((at, place) => logits.set(fitted.logits(at), place * width));
parentPort?.postMessage({ held, logits, width, bytes: fold === folds ? fitted.bytes : new Uint8Array() });

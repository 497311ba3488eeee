import { Worker } from "node:worker_threads";
import type { TaskName } from "./tasks.ts";

/** What the models say of texts they were not trained on, and the model trained on all. */
export type Trained = { logits: Float32Array; bytes: Uint8Array };
/** `held`: the examples that `logits` speak of, each with `width` of them. */
type Answer = Trained & { held: Int32Array; width: number };

const FOLDS = 4;
const THREADS = 2;

/**
 * Trains each task on all of its data, and once without each fold of it: the logits of what was left out are what thresholds and
 * calibration are fitted to, so that no dev split is touched. `logits` is examples × labels in the order of the task's examples.
 */
export async function trainOutOfFold(
  names: readonly TaskName[],
  dir: string,
  told: (name: TaskName, fold: number) => void,
): Promise<Map<TaskName, Trained>> {
  const jobs = names.flatMap((task) =>
    Array.from({ length: FOLDS + 1 }, (_, at) => ({ task, fold: FOLDS - at })),
  );
  const answers = new Map<TaskName, Answer[]>(names.map((name) => [name, []]));
  const next = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { task, fold } = job;
      (answers.get(task) as Answer[])[fold] = await inThread({ task, dir, fold, folds: FOLDS });
      told(task, fold);
    }
  };
  await Promise.all(Array.from({ length: THREADS }, next));
  return new Map(
    [...answers].map(([name, all]) => [name, { logits: woven(all), bytes: (all[FOLDS] as Answer).bytes }]),
  );
}

const inThread = (workerData: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./fold-worker.ts", import.meta.url), { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });

/** Every example was left out by one fold. */
function woven(answers: readonly Answer[]): Float32Array {
  const logits = new Float32Array(answers.reduce((sum, answer) => sum + answer.logits.length, 0));
  for (const { held, width, logits: own } of answers)
    held.forEach((at, place) => logits.set(own.subarray(place * width, (place + 1) * width), at * width));
  return logits;
}

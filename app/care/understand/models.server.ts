import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { pairSchema } from "./english-emotions.ts";
import { parseModel, type LinearModel } from "./linear-model.ts";
import { parsePhraseModel } from "./phrase-model.ts";
import { readMessage, type Models } from "./read-message.ts";
import { packSideBySide } from "./sum-rows.ts";

let loaded: Models | undefined;

/** One text per script that patterns are written for. */
const FIRST_TEXTS = ["Where is my parcel?", "Где моя посылка?", "मेरा पार्सल कहाँ है?", "荷物はどこですか。"];

/**
 * The embedded models, read from `weights/` once per process (less than a second). A first text in each script has the patterns
 * compiled, so that no shopper's message waits for that. Throws when a file is missing or damaged.
 */
export function loadModels(): Models {
  if (loaded) return loaded;
  const models = readModels();
  packSideBySide(
    [models.intent, models.feelings, models.emotion].map(({ weights, labels }) => ({
      weights,
      count: labels.length,
    })),
  );
  for (const text of FIRST_TEXTS) readMessage(models, { text, now: new Date(0) });
  loaded = models;
  return models;
}

function readModels(): Models {
  return {
    emotion: load("emotion"),
    phrases: parsePhraseModel(unpacked("phrases")),
    pair: pairSchema.parse(JSON.parse(readFileSync(new URL("./weights/pair.json", import.meta.url), "utf8"))),
    six: load("emotion-six"),
    feelings: load("feelings"),
    intent: load("intent"),
  };
}

const load = (name: string): LinearModel => parseModel(unpacked(name));

function unpacked(name: string): Uint8Array {
  return brotliDecompressSync(readFileSync(new URL(`./weights/${name}.bin`, import.meta.url)));
}

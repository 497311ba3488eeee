import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { pairSchema } from "./english-emotions.ts";
import { parseModel, type LinearModel } from "./linear-model.ts";
import { parsePhraseModel } from "./phrase-model.ts";
import type { Models } from "./read-message.ts";

let loaded: Models | undefined;

/** The embedded models, read from `weights/` once per process (about 60 ms). Throws when a file is missing or damaged. */
export function loadModels(): Models {
  loaded ??= {
    emotion: load("emotion"),
    phrases: parsePhraseModel(unpacked("phrases")),
    pair: pairSchema.parse(JSON.parse(readFileSync(new URL("./weights/pair.json", import.meta.url), "utf8"))),
    six: load("emotion-six"),
    feelings: load("feelings"),
    intent: load("intent"),
  };
  return loaded;
}

const load = (name: string): LinearModel => parseModel(unpacked(name));

function unpacked(name: string): Uint8Array {
  return brotliDecompressSync(readFileSync(new URL(`./weights/${name}.bin`, import.meta.url)));
}

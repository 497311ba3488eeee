import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { parseModel, type LinearModel } from "./linear-model.ts";
import type { Models } from "./read-message.ts";

let loaded: Models | undefined;

/** The embedded models, read from `weights/` once per process (about 20 ms). Throws when a file is missing or damaged. */
export function loadModels(): Models {
  loaded ??= { emotion: load("emotion"), six: load("emotion-six"), intent: load("intent") };
  return loaded;
}

function load(name: string): LinearModel {
  return parseModel(brotliDecompressSync(readFileSync(new URL(`./weights/${name}.bin`, import.meta.url))));
}

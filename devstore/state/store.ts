import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DevstoreSettings, Store } from "../context.ts";
import type { ShopState } from "./model.ts";

const VERSION = 1;
const WRITE_AFTER_MS = 250;
/** A large store is written less often: it may take at most a tenth of the time. */
const REST_FACTOR = 9;

type Kept = { version: number; settings: DevstoreSettings; shops: ShopState[] };

/** Opens the store: what was kept in `<dataDir>/store.json`, else what `seed` makes. */
export function openStore(input: {
  dataDir?: string | undefined;
  seed: () => ShopState[];
}): Store & { close: () => Promise<void> } {
  const path = input.dataDir && join(input.dataDir, "store.json");
  const kept: Kept = (path && read(path)) || { version: VERSION, settings: {}, shops: input.seed() };
  const writer = debouncedWriter(path, () => JSON.stringify(kept));
  const byDomain = (domain: string) => kept.shops.find((one) => one.domain === domain);
  return {
    shops: () => kept.shops,
    shop: byDomain,
    shopByHandle: (handle) => kept.shops.find((one) => one.handle === handle),
    defaultShop: () => {
      const first = kept.shops[0];
      if (!first) throw new Error("the dev store has no shop");
      return first;
    },
    addShop: (shop) => {
      if (byDomain(shop.domain)) throw new Error(`there is already a shop ${shop.domain}`);
      kept.shops.push(shop);
      writer.soon();
    },
    settings: () => kept.settings,
    changed: writer.soon,
    flush: writer.now,
    close: writer.close,
  };
}

function read(path: string): Kept | null {
  if (!existsSync(path)) return null;
  const kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
  if (kept.version !== VERSION)
    throw new Error(`${path} is of version ${kept.version}, this dev store reads ${VERSION}`);
  return kept;
}

/** One write at a time, each to a temporary file first, so that a crash leaves the old or the new file, never half of one. */
function debouncedWriter(path: string | undefined, text: () => string) {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let tookMs = 0;
  let closed = false;
  const write = async () => {
    if (!path) return;
    const startedAt = performance.now();
    mkdirSync(join(path, ".."), { recursive: true });
    await writeFile(`${path}.part`, text());
    await rename(`${path}.part`, path);
    tookMs = performance.now() - startedAt;
  };
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  const soon = () => {
    if (closed) return;
    timer ??= setTimeout(() => void now(), Math.max(WRITE_AFTER_MS, tookMs * REST_FACTOR));
  };
  // What still runs in the background after closing must not write again.
  const close = async () => {
    await now();
    closed = true;
  };
  return { now, soon, close };
}

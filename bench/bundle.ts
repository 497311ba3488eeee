// How much JavaScript a browser needs for the inbox that is neither Polaris nor React.
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";

const LIMIT_KB = 60;
const root = path.resolve(import.meta.dirname, "..");

/** What the screen loads before anything is clicked: what begins every page, its frame, and its own. */
const BEGINS = [
  "app/entry.client.tsx",
  "app/root.tsx",
  "app/routes/admin/route.tsx",
  "app/routes/inbox/route.tsx",
];
/** Polaris and React, with what each of them brings along. */
const GIVEN =
  /^(?:@shopify\/polaris(?:-icons|-tokens)?|react|react-dom|scheduler|react-transition-group|react-fast-compare|deepmerge)(?:\/|$)/u;

/**
 * Builds the screens as they are deployed, and once more without Polaris and React, and takes the files that the inbox's route loads
 * before anything is clicked.
 */
export async function bench(): Promise<void> {
  const all = needed(await chunksOf([]));
  const own = needed(await chunksOf([GIVEN]));
  const ownKb = served(own);
  console.log("| JavaScript of the inbox's route, gzip | kB |");
  console.log("| --- | ---: |");
  console.log(`| everything (${all.length} files) | ${served(all).toFixed(1)} |`);
  const passed = ownKb <= LIMIT_KB;
  if (!passed) process.exitCode = 1;
  console.log(`| above Polaris and React | ${ownKb.toFixed(1)} ${passed ? "PASS" : "FAIL"} |`);
  console.log(
    `\nLimit: ${LIMIT_KB} kB above Polaris and React. Of it, by where it comes from, in kB before compression:\n`,
  );
  const modules = own.flatMap((chunk) => Object.entries(chunk.modules));
  const byOrigin = Object.groupBy(modules, ([id]) => originOf(id));
  const sizes = Object.entries(byOrigin).map(([name, some]): [string, number] => [
    name,
    (some ?? []).reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0),
  ]);
  for (const [name, size] of sizes.toSorted(([, one], [, other]) => other - one))
    console.log(`- ${name}: ${(size / 1_000).toFixed(1)}`);
}

const served = (chunks: readonly Rollup.OutputChunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1_000;

async function chunksOf(external: RegExp[]): Promise<Rollup.OutputChunk[]> {
  process.env["NODE_ENV"] = "production";
  const built = await build({
    root,
    logLevel: "error",
    build: { write: false, rollupOptions: { external } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((one) =>
    "output" in one ? one.output.filter((file) => file.type === "chunk") : [],
  );
}

/** Those and all that they import before they run. */
function needed(chunks: Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const begins = BEGINS.map((file) => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.split("?")[0]?.endsWith(`/${file}`));
    if (!found) throw new Error(`No chunk begins with ${file}`);
    return found;
  });
  const found = new Set(begins);
  for (const chunk of found)
    for (const file of chunk.imports) {
      const next = byFile.get(file);
      if (next) found.add(next);
    }
  return [...found];
}

function originOf(id: string): string {
  const [, vendor] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(id) ?? [];
  if (!vendor) return id.includes("/app/words/") ? "our words" : "ours";
  return vendor.startsWith("@remix-run/") || vendor.startsWith("react-router") ? "Remix" : vendor;
}

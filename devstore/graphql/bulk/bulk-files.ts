import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import express, { type Router } from "express";
import type { DevstoreContext } from "../../context.ts";

const inMemory = new WeakMap<object, Map<string, string>>();

/** Keeps a result file under `<dataDir>/bulk`, or in memory when there is no data folder. */
export function keepBulkFile(context: Pick<DevstoreContext, "options">, name: string, text: string): void {
  const { dataDir } = context.options;
  if (!dataDir) {
    const files = inMemory.get(context.options) ?? new Map<string, string>();
    inMemory.set(context.options, files.set(name, text));
    return;
  }
  mkdirSync(join(dataDir, "bulk"), { recursive: true });
  writeFileSync(join(dataDir, "bulk", name), text);
}

function readBulkFile(context: Pick<DevstoreContext, "options">, name: string): string | null {
  const { dataDir } = context.options;
  if (!dataDir) return inMemory.get(context.options)?.get(name) ?? null;
  const path = join(dataDir, "bulk", name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** `GET /bulk/{shop}/{file}`: the result of a bulk operation. At Shopify a signed address of a storage bucket, without a token too. */
export function bulkRouter(context: DevstoreContext): Router {
  const router = express.Router();
  router.get("/bulk/:shop/:file", (request, response) => {
    const operation = context.store
      .shop(request.params.shop)
      ?.bulkOperations.find((one) => one.file === request.params.file);
    const text = operation?.file ? readBulkFile(context, operation.file) : null;
    if (text === null) return void response.status(404).type("text/plain").send("No such object");
    response.type("application/jsonl").send(text);
  });
  return router;
}

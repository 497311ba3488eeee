import { randomBytes } from "node:crypto";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { execute, parse } from "graphql";
import type { BulkOperation } from "../../state/bulk-operation.ts";
import { seconds } from "../../time.ts";
import { bulkOperationPayload } from "../../webhooks/payloads/shop.ts";
import { resolveField, resolveType } from "../resolve-field.ts";
import { queryRoot } from "../root.ts";
import { adminSchema } from "../schema.ts";
import type { RequestContext } from "../request-context.ts";
import { keepBulkFile } from "./bulk-files.ts";
import { flattenResult, type FlatObject } from "./flatten-result.ts";

/** Long enough that an app has to poll or listen, short enough for a demo. */
const PAUSE_MS = 60;
/** Root objects resolved at a stretch. */
const SLICE = 1000;

/** Runs a checked bulk query in the background: CREATED → RUNNING → COMPLETED, FAILED or CANCELED, then `bulk_operations/finish`. */
export function startBulkOperation(request: RequestContext, operation: BulkOperation): void {
  void (async () => {
    await wait(PAUSE_MS);
    if (operation.status === "CREATED") operation.status = "RUNNING";
    await wait(PAUSE_MS);
    if (operation.status === "RUNNING") await fill(request, operation);
    else operation.status = "CANCELED";
    operation.completedAt = seconds(request.devstore.now());
    request.devstore.store.changed();
    const { shop } = request;
    request.devstore.webhooks.emit({
      shop,
      topic: "bulk_operations/finish",
      payload: bulkOperationPayload(shop, operation),
    });
  })();
}

/** Stops what runs, in memory only: the file says RUNNING, and the next start tells the app that it failed. */
export function abandonRunning(operations: BulkOperation[]): void {
  for (const one of operations)
    if (one.status === "CREATED" || one.status === "RUNNING") one.status = "CANCELING";
}

/** Operations that a stopped dev store left behind cannot go on: Shopify would say so. */
export function failAbandoned(operations: BulkOperation[], now: Date): void {
  for (const one of operations) {
    if (one.status !== "CREATED" && one.status !== "RUNNING" && one.status !== "CANCELING") continue;
    one.status = "FAILED";
    one.errorCode = "INTERNAL_SERVER_ERROR";
    one.completedAt = seconds(now);
  }
}

async function fill(request: RequestContext, operation: BulkOperation): Promise<void> {
  const objects = await collect(request, operation);
  if (!Array.isArray(objects)) {
    operation.status = "FAILED";
    operation.errorCode = objects.errorCode;
    return;
  }
  if (operation.status !== "RUNNING") return void (operation.status = "CANCELED");
  const text = arrange(objects, operation.groupObjects)
    .map((one) => `${JSON.stringify(one.line)}\n`)
    .join("");
  operation.rootObjectCount = objects.filter((one) => one.depth === 0).length;
  operation.fileSize = Buffer.byteLength(text);
  operation.status = "COMPLETED";
  // A result without objects has no file, as at Shopify.
  if (objects.length === 0) return;
  operation.file = `${operation.id}-${randomBytes(8).toString("hex")}.jsonl`;
  keepBulkFile(request.devstore, operation.file, text);
}

/** Slice by slice, so that the dev store keeps answering and `objectCount` grows while it runs. */
async function collect(
  request: RequestContext,
  operation: BulkOperation,
): Promise<FlatObject[] | { errorCode: NonNullable<BulkOperation["errorCode"]> }> {
  const document = parse(operation.query);
  const objects: FlatObject[] = [];
  const bulk = { from: 0, size: SLICE, more: true };
  const sliced = { ...request, bulk, counted: { objects: 0 } };
  const rootValue = queryRoot(sliced);
  for (; bulk.more && operation.status === "RUNNING"; bulk.from += SLICE) {
    bulk.more = false;
    const result = await execute({
      schema: adminSchema().schema,
      document,
      rootValue,
      contextValue: sliced,
      fieldResolver: resolveField,
      typeResolver: resolveType,
    });
    if (result.errors || !result.data) {
      const denied = result.errors?.some((error) => error.extensions["code"] === "ACCESS_DENIED");
      return { errorCode: denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR" };
    }
    for (const one of flattenResult(result.data)) objects.push(one);
    operation.objectCount = objects.length;
    await nextTurn();
  }
  return objects;
}

/** Ungrouped (the default since 2026-01), children need not follow their parents: here they come after all of them. */
function arrange(objects: FlatObject[], grouped: boolean): FlatObject[] {
  return grouped ? objects : [...objects].sort((one, other) => one.depth - other.depth);
}

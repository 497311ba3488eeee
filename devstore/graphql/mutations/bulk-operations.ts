import { newId, parseGid } from "../../ids.ts";
import type { BulkOperation } from "../../state/bulk-operation.ts";
import { seconds } from "../../time.ts";
import { bulkOperationView } from "../bulk/bulk-operation-view.ts";
import { checkBulkQuery } from "../bulk/check-bulk-query.ts";
import { startBulkOperation } from "../bulk/run-bulk-operation.ts";
import type { RequestContext } from "../request-context.ts";
import { adminSchema } from "../schema.ts";
import { userErrors, type View } from "../views/view.ts";

/** How many bulk queries an app may run at once in a shop; raised from one in 2026-01. */
const AT_ONCE = 5;

/** `bulkOperationRunQuery`: checks as Shopify does, answers CREATED, and runs afterwards. */
export function bulkOperationRunQuery(request: RequestContext, args: Record<string, unknown>): View {
  const { devstore, shop } = request;
  const query = String(args["query"]);
  const problems = checkBulkQuery(adminSchema().schema, query);
  if (problems.length > 0)
    return refused(problems.map((message) => ({ field: ["query"], message, code: "INVALID" })));
  const running = shop.bulkOperations.filter((one) => one.status === "CREATED" || one.status === "RUNNING");
  if (running.length >= AT_ONCE) {
    return refused([
      {
        field: null,
        message: "Too many bulk query operations are running for this app and shop.",
        code: "LIMIT_REACHED",
      },
    ]);
  }
  const operation: BulkOperation = {
    id: newId(shop),
    type: "QUERY",
    status: "CREATED",
    errorCode: null,
    query,
    groupObjects: args["groupObjects"] === true,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: null,
    file: null,
    createdAt: seconds(devstore.now()),
    completedAt: null,
  };
  shop.bulkOperations.push(operation);
  devstore.store.changed();
  const view = bulkOperationView(devstore, shop, { ...operation });
  startBulkOperation(request, operation);
  return { __typename: "BulkOperationRunQueryPayload", bulkOperation: view, userErrors: [] };
}

function refused(messages: Parameters<typeof userErrors>[0]): View {
  return {
    __typename: "BulkOperationRunQueryPayload",
    bulkOperation: null,
    userErrors: userErrors(messages, "BulkOperationUserError"),
  };
}

/** `bulkOperationCancel`: CANCELING now, CANCELED when the run notices. */
export function bulkOperationCancel(request: RequestContext, args: Record<string, unknown>): View {
  const { id } = parseGid(String(args["id"]));
  const operation = request.shop.bulkOperations.find((one) => one.id === id);
  if (!operation) {
    const told = userErrors([{ field: ["id"], message: "Bulk operation does not exist" }]);
    return { __typename: "BulkOperationCancelPayload", bulkOperation: null, userErrors: told };
  }
  const open = operation.status === "CREATED" || operation.status === "RUNNING";
  if (open) operation.status = "CANCELING";
  const told = open
    ? []
    : userErrors([{ field: null, message: "A bulk operation cannot be canceled when it is completed" }]);
  return {
    __typename: "BulkOperationCancelPayload",
    bulkOperation: bulkOperationView(request.devstore, request.shop, operation),
    userErrors: told,
  };
}

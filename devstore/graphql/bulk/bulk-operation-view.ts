import type { DevstoreContext } from "../../context.ts";
import { gid } from "../../ids.ts";
import type { BulkOperation } from "../../state/bulk-operation.ts";
import type { ShopState } from "../../state/model.ts";
import type { View } from "../views/view.ts";

/** A bulk operation as Shopify's `BulkOperation`; the result lies at an address of the dev store. */
export function bulkOperationView(
  context: Pick<DevstoreContext, "url">,
  shop: ShopState,
  operation: BulkOperation,
): View {
  const url = operation.file ? `${context.url()}/bulk/${shop.domain}/${operation.file}` : null;
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", operation.id),
    status: operation.status,
    errorCode: operation.errorCode,
    type: operation.type,
    query: operation.query,
    objectCount: String(operation.objectCount),
    rootObjectCount: String(operation.rootObjectCount),
    fileSize: operation.fileSize === null ? null : String(operation.fileSize),
    createdAt: operation.createdAt,
    completedAt: operation.completedAt,
    url: operation.status === "COMPLETED" ? url : null,
    partialDataUrl: operation.status === "COMPLETED" ? null : url,
  };
}

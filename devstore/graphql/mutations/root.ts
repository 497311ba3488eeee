import { createHash } from "node:crypto";
import {
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type OperationDefinitionNode,
} from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { View } from "../views/view.ts";
import { bulkOperationCancel, bulkOperationRunQuery } from "./bulk-operations.ts";
import { fulfillmentEventCreate } from "./fulfillment-event-create.ts";
import { orderCancel } from "./order-cancel.ts";
import { orderUpdate } from "./order-update.ts";
import { refundCreate } from "./refund-create.ts";
import { tagsAdd, tagsRemove } from "./tags.ts";

export type Mutation = (request: RequestContext, args: Record<string, unknown>) => View;

const mutations: Record<string, Mutation> = {
  bulkOperationRunQuery,
  bulkOperationCancel,
  orderCancel,
  orderUpdate,
  refundCreate,
  fulfillmentEventCreate,
  tagsAdd,
  tagsRemove,
};

/** Mutations that Shopify runs only with `@idempotent(key:)` since 2026-04. */
const IDEMPOTENT = new Set(["refundCreate"]);

/** What writing asks for; the published schema names it for types only. */
const WRITES: Record<string, string> = {
  orderCancel: "write_orders",
  orderUpdate: "write_orders",
  refundCreate: "write_orders",
  tagsAdd: "write_orders",
  tagsRemove: "write_orders",
  fulfillmentEventCreate: "write_fulfillments",
};

/** Shopify's `Mutation` over the shop's state. */
export function mutationRoot(
  request: RequestContext,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): View {
  const root: View = { __typename: "Mutation" };
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const name = field.name.value;
    root[name] = (args: Record<string, unknown>) => {
      checkScope(request, name);
      const mutation = mutations[name];
      if (!mutation)
        throw new GraphQLError(`The dev store does not do ${name}`, {
          extensions: { code: "NOT_IMPLEMENTED" },
        });
      const key = idempotencyKey(field, variables);
      if (IDEMPOTENT.has(name) && !key) {
        throw new GraphQLError(
          "The @idempotent directive is required for this mutation but was not provided.",
          {
            extensions: { code: "BAD_REQUEST" },
          },
        );
      }
      return key
        ? once(request, { key: `${name}:${key}`, args, run: () => mutation(request, args) })
        : mutation(request, args);
    };
  }
  return root;
}

function checkScope(request: RequestContext, name: string): void {
  const wanted = WRITES[name];
  if (!wanted || request.scopes.includes(wanted)) return;
  const requiredAccess = `\`${wanted}\` access scope.`;
  throw new GraphQLError(`Access denied for ${name} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

function idempotencyKey(field: FieldNode, variables: Record<string, unknown>): string | null {
  const directive = field.directives?.find((one) => one.name.value === "idempotent");
  const argument = directive?.arguments?.find((one) => one.name.value === "key");
  const key: unknown = argument && valueFromASTUntyped(argument.value, variables);
  return typeof key === "string" && key.trim() !== "" ? key : null;
}

/** The same key with the same input answers what it answered; with another input it is refused. */
function once(request: RequestContext, input: { key: string; args: unknown; run: () => View }): View {
  const { idempotent } = request.shop;
  const fingerprint = createHash("sha256").update(JSON.stringify(input.args)).digest("hex");
  const before = idempotent[input.key];
  if (before && before.fingerprint !== fingerprint) {
    throw new GraphQLError("The idempotency key was already used with different parameters.", {
      extensions: { code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" },
    });
  }
  if (before) return replays[input.key.split(":")[0] ?? ""]?.(request, before.data) ?? input.run();
  const answer = input.run();
  idempotent[input.key] = { fingerprint, data: answer["idempotentRef"] ?? null };
  return answer;
}

/** How a kept answer is told again, by mutation. */
const replays: Record<string, (request: RequestContext, kept: unknown) => View> = {
  refundCreate: (request, kept) => refundCreate.replay(request, kept),
};

import { execute, getOperationAST, GraphQLError, type DocumentNode } from "graphql";
import type { Bucket } from "./cost.ts";
import { MOST_PER_QUERY, requestedCost } from "./cost.ts";
import { mutationRoot } from "./mutations/root.ts";
import type { RequestContext } from "./request-context.ts";
import { resolveField, resolveType } from "./resolve-field.ts";
import { queryRoot } from "./root.ts";
import { adminSchema } from "./schema.ts";
import { checkDocument, type ShopifyError } from "./validate.ts";

export type GraphqlRequest = {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
};
export type GraphqlAnswer = { data?: unknown; errors?: ShopifyError[]; extensions?: Record<string, unknown> };

/** Runs one Admin API request as Shopify would: validation, cost, throttling, access, then the resolvers. */
export async function executeRequest(
  request: RequestContext,
  asked: GraphqlRequest,
  bucket: Bucket,
): Promise<GraphqlAnswer> {
  const { schema } = adminSchema();
  const checked = checkDocument(schema, asked.query);
  if (checked.outcome === "invalid") return { errors: checked.errors };
  const requested = requestedCost(schema, checked.document, asked.variables);
  const refused = refuseByCost(requested, bucket);
  if (refused) return refused;
  const answer = await run(request, checked.document, asked);
  const actual = Math.min(requested, Math.max(1, request.counted.objects));
  bucket.giveBack(requested - actual);
  return { ...answer, extensions: costOf({ requested, actual }, bucket) };
}

function refuseByCost(requested: number, bucket: Bucket): GraphqlAnswer | null {
  if (requested > MOST_PER_QUERY) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MOST_PER_QUERY}).`;
    return {
      errors: [
        { message, extensions: { code: "MAX_COST_EXCEEDED", cost: requested, maxCost: MOST_PER_QUERY } },
      ],
    };
  }
  if (bucket.take(requested)) return null;
  return {
    errors: [
      {
        message: "Throttled",
        extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
      },
    ],
    extensions: costOf({ requested, actual: null }, bucket),
  };
}

function costOf(
  points: { requested: number; actual: number | null },
  bucket: Bucket,
): Record<string, unknown> {
  return {
    cost: {
      requestedQueryCost: points.requested,
      actualQueryCost: points.actual,
      throttleStatus: bucket.status(),
    },
  };
}

async function run(
  request: RequestContext,
  document: DocumentNode,
  asked: GraphqlRequest,
): Promise<GraphqlAnswer> {
  const operation = getOperationAST(document, asked.operationName);
  const result = await execute({
    schema: adminSchema().schema,
    document,
    rootValue:
      operation?.operation === "mutation"
        ? mutationRoot(request, operation, asked.variables)
        : queryRoot(request),
    contextValue: request,
    variableValues: asked.variables,
    operationName: asked.operationName,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const errors = result.errors?.map((error) => tell(error));
  return { ...(result.data !== undefined && { data: result.data }), ...(errors && { errors }) };
}

/** A resolver's own mistake must not look like an answer of Shopify's: it is named as what it is. */
function tell(error: GraphQLError): ShopifyError {
  const variable = /^Variable "\$(\w+)" (?:of required type|of non-null type|got invalid value)/.exec(
    error.message,
  );
  if (variable) {
    return {
      message: `Variable $${variable[1]} was provided invalid value`,
      locations: error.locations,
      extensions: { value: null, problems: [{ path: [], explanation: error.message }] },
    };
  }
  const own = error.originalError && !(error.originalError instanceof GraphQLError);
  return {
    message: own ? `Dev store resolver failed: ${error.message}` : error.message,
    locations: error.locations,
    path: error.path,
    extensions: own ? { code: "INTERNAL_SERVER_ERROR" } : error.extensions,
  };
}

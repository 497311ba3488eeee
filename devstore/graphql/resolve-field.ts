import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
} from "graphql";
import { connectionOf, type ConnectionArguments } from "./connection.ts";
import { hasScope, type RequestContext } from "./request-context.ts";
import { adminSchema } from "./schema.ts";
import type { View } from "./views/view.ts";

/**
 * Resolves every field of Shopify's schema over plain views: a value, or a function of the arguments; an array becomes a
 * connection where the schema says so. A field the dev store does not model answers null where the schema allows it, else the
 * emptiest value of its type.
 */
// oxlint-disable-next-line max-params -- the signature is graphql-js's
export const resolveField: GraphQLFieldResolver<unknown, RequestContext> = (source, args, request, info) => {
  const field = `${info.parentType.name}.${info.fieldName}`;
  checkAccess(request, { field, type: getNamedType(info.returnType).name, fieldName: info.fieldName });
  const held =
    source === null || source === undefined ? undefined : (source as Record<string, unknown>)[info.fieldName];
  const value: unknown = typeof held === "function" ? (held as (args: unknown) => unknown)(args) : held;
  const named = getNamedType(info.returnType);
  if (isObjectType(named)) request.counted.objects += Array.isArray(value) ? value.length : 1;
  if (named.name.endsWith("Connection") && (Array.isArray(value) || value === undefined)) {
    const slice =
      info.path.prev === undefined
        ? request.bulk
        : request.bulk && { ...request.bulk, from: 0, size: Infinity };
    return connectionOf((value as View[] | undefined) ?? [], {
      args: args as ConnectionArguments,
      slice,
      typeName: named.name,
    });
  }
  if (Array.isArray(value) && typeof args["first"] === "number" && !request.bulk)
    return value.slice(0, args["first"]);
  return value === undefined ? emptiest(info.returnType) : value;
};

export const resolveType: GraphQLTypeResolver<unknown, RequestContext> = (value) => {
  const name = (value as View | null)?.__typename;
  if (typeof name !== "string") throw new Error("a view of an abstract type needs __typename");
  return name;
};

function checkAccess(
  request: RequestContext,
  wanted: { field: string; type: string; fieldName: string },
): void {
  const { requirement } = adminSchema();
  for (const key of [wanted.field, nodeType(wanted.type)]) {
    const required = requirement(key);
    if (!required || required.anyOf.some((scope) => hasScope(request.scopes, scope))) continue;
    throw new GraphQLError(`Access denied for ${wanted.fieldName} field. Required access: ${required.text}`, {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/api/usage/access-scopes",
        requiredAccess: required.text,
      },
    });
  }
}

/** A connection asks for what its nodes ask for. */
function nodeType(typeName: string): string {
  return typeName.replace(/Connection$/, "");
}

function emptiest(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = getNullableType(type);
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isScalarType(inner)) return emptyScalars[inner.name] ?? "";
  return isObjectType(inner) ? { __typename: inner.name } : null;
}

const emptyScalars: Record<string, unknown> = {
  Boolean: false,
  Int: 0,
  Float: 0,
  UnsignedInt64: "0",
  BigInt: "0",
  Decimal: "0.0",
  Money: "0.00",
  DateTime: "1970-01-01T00:00:00Z",
  URL: "https://example.com",
};

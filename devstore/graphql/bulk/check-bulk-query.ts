import {
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { checkDocument } from "../validate.ts";

const MOST_CONNECTIONS = 5;
const DEEPEST = 2;

/** What Shopify would refuse about a bulk query, in its own words; empty when it would run. */
export function checkBulkQuery(schema: GraphQLSchema, query: string): string[] {
  const checked = checkDocument(schema, query);
  if (checked.outcome === "invalid")
    return checked.errors.map((error) => `Invalid bulk query: ${error.message}`);
  const operations = checked.document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1 || operations[0]?.operation !== OperationTypeNode.QUERY) {
    return ["Invalid bulk query: only one query operation is allowed"];
  }
  return told(survey(new TypeInfo(schema), checked.document));
}

type Survey = {
  connections: number;
  depth: number;
  topLevelNode: boolean;
  inList: boolean;
  withoutId: string[];
};

function told(found: Survey): string[] {
  const problems: string[] = [];
  if (found.topLevelNode) problems.push("Bulk queries cannot contain a top level `node` field.");
  if (found.depth > DEEPEST)
    problems.push("Bulk queries cannot contain connections with a nesting depth greater than 2.");
  if (found.connections > MOST_CONNECTIONS)
    problems.push("Bulk queries cannot contain more than 5 connections.");
  if (found.withoutId.length > 0) {
    problems.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${found.withoutId.join(", ")}.`,
    );
  }
  if (found.inList)
    problems.push("Queries that contain a connection field within a list field are not currently supported.");
  if (found.connections === 0 && problems.length === 0)
    problems.push("Bulk queries must contain at least one connection.");
  return problems;
}

type Step = { connection: boolean; list: boolean; node: boolean; hasId: boolean };

function survey(types: TypeInfo, document: Parameters<typeof visit>[0]): Survey {
  const found: Survey = { connections: 0, depth: 0, topLevelNode: false, inList: false, withoutId: [] };
  const trail: Step[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => {
          const type = types.getType();
          const parent = types.getParentType()?.name ?? "";
          if (!type) return;
          const step = stepOf(node, { type, parent });
          if (trail.length === 0 && (node.name.value === "node" || node.name.value === "nodes"))
            found.topLevelNode = true;
          if (step.connection) note(found, trail, node);
          trail.push(step);
        },
        leave: () => void trail.pop(),
      },
    }),
  );
  return found;
}

function stepOf(node: FieldNode, { type, parent }: { type: GraphQLOutputType; parent: string }): Step {
  const inner = isNonNullType(type) ? type.ofType : type;
  const ofConnection = /(Connection|Edge)$/.test(parent);
  return {
    connection: getNamedType(type).name.endsWith("Connection"),
    list: isListType(inner) && !ofConnection,
    node: ofConnection && (node.name.value === "node" || node.name.value === "nodes"),
    hasId:
      node.selectionSet?.selections.some(
        (one) => one.kind === Kind.FIELD && one.name.value === "id" && !one.alias,
      ) ?? false,
  };
}

function note(found: Survey, trail: Step[], node: FieldNode): void {
  found.connections += 1;
  found.depth = Math.max(found.depth, trail.filter((step) => step.connection).length);
  if (trail.some((step) => step.list)) found.inList = true;
  const parentNode = trail.findLast((step) => step.node);
  if (parentNode && !parentNode.hasId) found.withoutId.push(node.name.value);
}

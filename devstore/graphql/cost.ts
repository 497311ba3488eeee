import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";

/** A standard plan: 100 points back each second, and at most what twenty seconds bring. */
const STANDARD = 100;
const SECONDS_TO_FILL = 20;
/** No single query may ask for more. */
export const MOST_PER_QUERY = 1000;
const MUTATION = 10;

type Pricing = {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  fragments: Map<string, FragmentDefinitionNode>;
};

/**
 * The cost of a valid query before it runs: an object 1, a scalar 0, a mutation 10, a list by the number asked for. Shopify grows
 * slower than that number (it quotes 25 for 250 variants with one object each); the logarithm here meets that point.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  let total = 0;
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    total += costOfAll(one.selectionSet.selections, schema.getRootType(one.operation), {
      schema,
      variables,
      fragments,
    });
  }
  return Math.max(1, total);
}

type Parent = GraphQLNamedType | null | undefined;

function costOfAll(selections: readonly SelectionNode[], parent: Parent, pricing: Pricing): number {
  return selections.reduce((total, selection) => total + costOf(selection, parent, pricing), 0);
}

function costOf(selection: SelectionNode, parent: Parent, pricing: Pricing): number {
  if (selection.kind === Kind.FIELD) return costOfField(selection, parent, pricing);
  const fragment =
    selection.kind === Kind.FRAGMENT_SPREAD ? pricing.fragments.get(selection.name.value) : selection;
  const on = fragment?.typeCondition ? pricing.schema.getType(fragment.typeCondition.name.value) : parent;
  return fragment ? costOfAll(fragment.selectionSet.selections, on, pricing) : 0;
}

function costOfField(node: FieldNode, parent: Parent, pricing: Pricing): number {
  const field =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  const type = field && getNamedType(field.type);
  if (!type || !isCompositeType(type) || !node.selectionSet) return 0;
  const inside = costOfAll(node.selectionSet.selections, type, pricing);
  if (parent?.name === "Mutation") return MUTATION + inside;
  if (type.name === "PageInfo") return 0;
  // A connection's nodes are counted once, however they are reached: `nodes` or `edges { node }`.
  if (type.name.endsWith("Connection")) return Math.ceil(sizeOf(node, pricing.variables) * (1 + inside));
  if (/(Connection|Edge)$/.test(parent?.name ?? "")) return inside;
  if (parent?.name === "QueryRoot" && node.name.value === "nodes")
    return idsAsked(node, pricing.variables) * (1 + inside);
  return node.arguments?.some((one) => one.name.value === "first")
    ? Math.ceil(sizeOf(node, pricing.variables) * (1 + inside))
    : 1 + inside;
}

function idsAsked(node: FieldNode, variables: Record<string, unknown>): number {
  const value = node.arguments?.find((one) => one.name.value === "ids")?.value;
  const given =
    value?.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value?.kind === Kind.LIST
        ? value.values
        : [];
  return Array.isArray(given) ? Math.max(1, given.length) : 1;
}

/** A bulk query names no size; asked of the Admin API directly it would be refused anyway. */
function sizeOf(node: FieldNode, variables: Record<string, unknown>): number {
  const argument = node.arguments?.find((one) => one.name.value === "first" || one.name.value === "last");
  if (!argument) return 1;
  const { value } = argument;
  const count =
    value.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value.kind === Kind.INT
        ? Number(value.value)
        : 1;
  return typeof count === "number" && count > 1 ? Math.round(1.5 * Math.log2(count + 1)) : 1;
}

/** One leaky bucket per shop. */
export function createBucket(now: () => Date) {
  let rate = STANDARD;
  const most = () => rate * SECONDS_TO_FILL;
  let available = most();
  let at = now().getTime();
  const refill = () => {
    const time = now().getTime();
    available = Math.min(most(), available + ((time - at) / 1000) * rate);
    at = time;
  };
  return {
    /** False when there are not enough points. */
    take: (points: number): boolean => {
      refill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack: (points: number): void => {
      available = Math.min(most(), available + Math.max(0, points));
    },
    /** Another plan: so many points a second, and a full bucket. */
    plan: (pointsPerSecond: number): void => {
      rate = pointsPerSecond;
      available = most();
      at = now().getTime();
    },
    drain: (): void => {
      refill();
      available = 0;
    },
    status: () => {
      refill();
      return {
        maximumAvailable: most(),
        currentlyAvailable: Math.floor(available),
        restoreRate: rate,
      };
    },
  };
}

export type Bucket = ReturnType<typeof createBucket>;

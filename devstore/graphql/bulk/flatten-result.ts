/** One object of the result file. `depth` 0 is a root object. */
export type FlatObject = { depth: number; line: Record<string, unknown> };

/**
 * Takes the connections out of a query's answer, as Shopify writes its JSONL: each node one object, children with the `__parentId`
 * of the node that held them. Lists and objects that are no connections stay inside their node.
 */
export function flattenResult(data: Record<string, unknown>): FlatObject[] {
  const objects: FlatObject[] = [];
  const { connections, rest } = separate(data);
  if (connections.length === 0) objects.push({ depth: 0, line: rest });
  for (const nodes of connections)
    for (const node of nodes) take(objects, node, { parentId: null, depth: 0 });
  return objects;
}

type Nesting = { parentId: string | null; depth: number };
type Node = Record<string, unknown>;

function take(objects: FlatObject[], node: Node, { parentId, depth }: Nesting): void {
  const { connections, rest } = separate(node);
  objects.push({ depth, line: parentId === null ? rest : { ...rest, __parentId: parentId } });
  const id = typeof rest["id"] === "string" ? rest["id"] : parentId;
  for (const nodes of connections)
    for (const child of nodes) take(objects, child, { parentId: id, depth: depth + 1 });
}

function separate(value: Node): { connections: Node[][]; rest: Node } {
  const connections: Node[][] = [];
  const rest: Node = {};
  for (const [key, held] of Object.entries(value)) {
    const nodes = nodesOf(held);
    if (nodes) {
      connections.push(nodes);
    } else if (isNode(held)) {
      const inner = separate(held);
      connections.push(...inner.connections);
      rest[key] = inner.rest;
    } else {
      rest[key] = held;
    }
  }
  return { connections, rest };
}

function nodesOf(value: unknown): Node[] | null {
  if (!isNode(value)) return null;
  if (Array.isArray(value["edges"])) return value["edges"].map((edge) => (edge as { node: Node }).node);
  return Array.isArray(value["nodes"]) ? (value["nodes"] as Node[]) : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

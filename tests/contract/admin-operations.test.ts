import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import {
  buildClientSchema,
  getNamedType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { parse as parseToml } from "smol-toml";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "app/mirror/operations");

const assetSchema = z.object({
  data: z.custom<IntrospectionQuery>(
    (value) => typeof value === "object" && value !== null && "__schema" in value,
  ),
  offline_scopes: z.object({
    items: z.array(
      z.object({
        typeName: z.string(),
        fieldName: z.string().optional(),
        offlineScopes: z.array(z.string()),
      }),
    ),
  }),
});

let schema: GraphQLSchema;
/** `Type` or `Type.field` → scopes of which one is enough. */
let required: Map<string, string[]>;
let granted: Set<string>;

beforeAll(() => {
  const toolkit = path.dirname(createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json"));
  const asset = path.join(toolkit, "skills/shopify-admin/assets/admin_2026-10.json.br");
  const parsed = assetSchema.parse(JSON.parse(brotliDecompressSync(readFileSync(asset)).toString("utf8")));
  schema = buildClientSchema(parsed.data);
  required = new Map(
    parsed.offline_scopes.items.map(({ typeName, fieldName, offlineScopes }) => [
      fieldName ? `${typeName}.${fieldName}` : typeName,
      offlineScopes,
    ]),
  );
  const toml = z
    .object({ access_scopes: z.object({ scopes: z.string() }) })
    .parse(parseToml(readFileSync(path.join(root, "shopify.app.toml"), "utf8")));
  granted = new Set(toml.access_scopes.scopes.split(","));
}, 30_000);

/** Every document in the operations folder, by the name it is exported under. */
async function operations(): Promise<[string, string][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
  const modules = await Promise.all(
    files.map((file) => import(path.join(folder, file)) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, value]) =>
      typeof value === "string" && value.startsWith("#graphql") ? [[name, value] as [string, string]] : [],
    );
}
const documents = await operations();

function scopesMissing(document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const missing = new Set<string>();
  const need = (what: string) => {
    const scopes = required.get(what) ?? [];
    if (
      scopes.length > 0 &&
      !scopes.some((scope) => granted.has(scope) || granted.has(scope.replace("read_", "write_")))
    ) {
      missing.add(`${what}: ${scopes.join(" or ")}`);
    }
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        const type = types.getType();
        if (parent) need(`${parent.name}.${node.name.value}`);
        if (type) need(getNamedType(type).name);
      },
    }),
  );
  return [...missing];
}

describe("Admin operations", () => {
  it("are found", () => {
    expect(documents.length).toBeGreaterThanOrEqual(9);
  });

  it.each(documents)("%s is valid in Shopify's schema, without deprecated fields", (_name, source) => {
    const document = parse(source);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const deprecated: string[] = [];
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => {
          const field = types.getFieldDef();
          if (field?.deprecationReason) deprecated.push(`${types.getParentType()?.name}.${field.name}`);
        },
      }),
    );
    expect(deprecated).toEqual([]);
  });

  it.each(documents)("%s needs no scope that shopify.app.toml does not ask for", (_name, source) => {
    expect(scopesMissing(parse(source))).toEqual([]);
  });

  it.each(documents)("%s is one named operation", (_name, source) => {
    const definitions = parse(source).definitions;
    expect(definitions).toHaveLength(1);
    expect(definitions[0]).toMatchObject({ kind: Kind.OPERATION_DEFINITION, name: { kind: Kind.NAME } });
  });

  it("would notice an operation that reads more than was asked for", () => {
    expect(scopesMissing(parse("{ products(first: 1) { nodes { id } } }"))).not.toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** The one version of the Admin API the dev store speaks. */
export const API_VERSION = "2026-10";

type Requirement = { anyOf: string[]; text: string };

export type AdminSchema = {
  schema: GraphQLSchema;
  /** What a type (`Order`) or a field (`QueryRoot.orders`) asks for; null when nothing. */
  requirement: (key: string) => Requirement | null;
};

type Asset = {
  data: IntrospectionQuery;
  offline_scopes: {
    items: {
      type: string;
      typeName: string;
      fieldName?: string;
      requiredAccess: string;
      offlineScopes: string[];
    }[];
  };
};

let loaded: AdminSchema | undefined;

/** Shopify's published schema with its access requirements, from the assets of `@shopify/ai-toolkit`; built once, about 0.5 s. */
export function adminSchema(): AdminSchema {
  loaded ??= load();
  return loaded;
}

function load(): AdminSchema {
  const path = createRequire(import.meta.url).resolve(
    `@shopify/ai-toolkit/skills/shopify-admin/assets/admin_${API_VERSION}.json.br`,
  );
  const asset = JSON.parse(brotliDecompressSync(readFileSync(path)).toString("utf8")) as Asset;
  const requirements = new Map<string, Requirement>();
  for (const item of asset.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    const key = item.fieldName ? `${item.typeName}.${item.fieldName}` : item.typeName;
    requirements.set(key, { anyOf: item.offlineScopes, text: item.requiredAccess });
  }
  return {
    schema: buildClientSchema(asset.data),
    requirement: (key) => requirements.get(key) ?? null,
  };
}

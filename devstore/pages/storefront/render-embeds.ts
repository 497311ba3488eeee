import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Liquid } from "liquidjs";
import { z } from "zod";
import { escapeHtml } from "../html.ts";

const SCHEMA = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/;

const schemaOf = z.object({
  name: z.string(),
  target: z.string(),
  javascript: z.string().optional(),
  stylesheet: z.string().optional(),
  settings: z.array(z.object({ id: z.string().optional(), default: z.unknown().optional() })).default([]),
});

export type EmbedInput = {
  /** BCP 47; the nearest translation the extension has is used, else its default. */
  locale: string;
  shop: { name: string; permanent_domain: string };
  /** null for a visitor. */
  customer: { id: string; name: string; first_name: string; email: string } | null;
};

export type RenderedEmbed = { markup: string; stylesheet?: string; javascript?: string };

/**
 * The app embed blocks (`"target": "body"`) of every theme extension in the folder, rendered as a theme renders them: with the
 * defaults of their settings, their translations, and the stylesheet and script their schema names.
 */
export async function renderEmbeds(extensions: string, input: EmbedInput): Promise<RenderedEmbed[]> {
  const rendered: RenderedEmbed[] = [];
  for (const handle of readdirSync(extensions)) {
    const blocks = join(extensions, handle, "blocks");
    if (!existsSync(blocks)) continue;
    for (const file of readdirSync(blocks).filter((name) => name.endsWith(".liquid"))) {
      const embed = await renderEmbed({ folder: join(extensions, handle), handle, file }, input);
      if (embed) rendered.push(embed);
    }
  }
  return rendered;
}

type Block = { folder: string; handle: string; file: string };

async function renderEmbed(
  { folder, handle, file }: Block,
  input: EmbedInput,
): Promise<RenderedEmbed | null> {
  const source = readFileSync(join(folder, "blocks", file), "utf8");
  const schema = schemaOf.parse(JSON.parse(SCHEMA.exec(source)?.[1] ?? "{}"));
  if (schema.target !== "body") return null;
  const settings = Object.fromEntries(
    schema.settings.flatMap(({ id, default: value }) => (id ? [[id, value]] : [])),
  );
  const liquid = themeLiquid(folder, input.locale);
  const markup = String(
    await liquid.parseAndRender(source.replace(SCHEMA, ""), {
      block: { id: `embed-${handle}`, settings, shopify_attributes: "" },
      shop: input.shop,
      customer: input.customer,
      localization: { language: { iso_code: input.locale } },
      request: { locale: { iso_code: input.locale } },
    }),
  );
  const asset = (name: string | undefined) => (name ? `/storefront/extensions/${handle}/${name}` : undefined);
  return {
    markup: `<div id="shopify-block-${handle}" class="shopify-block shopify-app-block">${markup}</div>`,
    stylesheet: asset(schema.stylesheet),
    javascript: asset(schema.javascript),
  };
}

/** Liquid with the one filter that theme extensions need beyond the language itself: `t`. */
function themeLiquid(folder: string, locale: string): Liquid {
  const liquid = new Liquid({ root: [join(folder, "snippets")], extname: ".liquid", strictFilters: true });
  const translations = readTranslations(folder, locale);
  liquid.registerFilter("t", (key: string, ...pairs: [string, string | number][]) => {
    const text = key
      .split(".")
      .reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), translations);
    if (typeof text !== "string") return `translation missing: ${key}`;
    const values = new Map(pairs);
    return text.replace(/{{\s*(\w+)\s*}}/g, (_match, name: string) =>
      escapeHtml(String(values.get(name) ?? "")),
    );
  });
  return liquid;
}

function readTranslations(folder: string, locale: string): unknown {
  const [language = ""] = locale.split("-");
  const files = readdirSync(join(folder, "locales")).filter((name) => !name.includes(".schema."));
  const wanted = [`${locale}.json`, `${language}.json`];
  const found =
    files.find((name) => wanted.includes(name)) ??
    files.find((name) => name.startsWith(`${language}-`)) ??
    files.find((name) => name.endsWith(".default.json"));
  return found ? JSON.parse(readFileSync(join(folder, "locales", found), "utf8")) : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A piece of HTML that is safe to send. Only `html` and `raw` make one. */
export type Html = { readonly markup: string };
type Value = Html | string | number | boolean | null | undefined | Value[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Builds HTML from a template; everything put in is escaped unless it is HTML already. `false`, null and undefined vanish. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const markup = strings
    .map((text, index) => text + (index < values.length ? render(values[index]) : ""))
    .join("");
  return { markup };
}

/** Takes markup as it is: only for what this process made itself. */
export function raw(markup: string): Html {
  return { markup };
}

/** JSON for a `<script type="application/json">`, which no text in it can close. */
export function json(value: unknown): Html {
  return { markup: JSON.stringify(value).replaceAll("<", "\\u003c") };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function render(value: Value): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (Array.isArray(value)) return value.map(render).join("");
  if (typeof value === "object") return value.markup;
  return escapeHtml(String(value));
}

// What a screen's server answers as Remix streams it: a flat list of values in which objects name their keys and values by their places.
import type { Page } from "playwright-core";

type Flat = unknown[];

/** Adds a value to the list and answers its place. Null and undefined have signs of their own and are not given. */
function add(flat: Flat, value: unknown): number {
  const at = flat.push(value) - 1;
  if (Array.isArray(value)) flat[at] = value.map((one) => add(flat, one));
  else if (typeof value === "object" && value !== null)
    flat[at] = Object.fromEntries(
      Object.entries(value).map(([key, one]) => [`_${add(flat, key)}`, add(flat, one)]),
    );
  return at;
}

/** The answer of a click. */
export function streamedAnswer(data: object): string {
  const flat: Flat = [];
  add(flat, { data });
  return `${JSON.stringify(flat)}\n`;
}

/** From now on the screen is given these values in the place of what its loader answers under the same names. */
export async function loadWith(page: Page, path: string, changed: Record<string, unknown>): Promise<void> {
  await page.route(`**${path}.data*`, async (route) => {
    const response = await route.fetch();
    const flat = JSON.parse((await response.text()).split("\n")[0] ?? "") as Flat;
    for (const [name, value] of Object.entries(changed)) {
      const key = `_${flat.indexOf(name)}`;
      const holder = flat.find((one) => typeof one === "object" && one !== null && key in one);
      (holder as Record<string, number>)[key] = add(flat, value);
    }
    await route.fulfill({ response, body: `${JSON.stringify(flat)}\n` });
  });
}

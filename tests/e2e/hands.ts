import type { Locator, Page } from "playwright-core";
import { eventually } from "#tests/setup/demo-client.ts";

/** What a person does to a screen. A walk is written once for both ways to do it; what is looked for is found by role and name alike. */
export type Hands = {
  name: "mouse" | "keyboard";
  /** A button, a link, a box to tick or an entry of a menu. `key`: the desk's own for the same thing. */
  press: (what: Locator, key?: string) => Promise<void>;
  /** Rests on it without pressing. */
  point: (what: Locator) => Promise<void>;
  /** Replaces what stands in a field. */
  write: (field: Locator, text: string, key?: string) => Promise<void>;
  /** Another entry of a select, by its words. */
  choose: (field: Locator, label: string) => Promise<void>;
  /** Goes along the list of conversations to one of them, and does that to it. */
  inList: (row: Locator, what: "open" | "select") => Promise<void>;
  /** Closes the menu that is open. */
  leave: () => Promise<void>;
  /** Empties a search field. */
  clear: (field: Locator) => Promise<void>;
};

export const handsOn = (page: Page, name: Hands["name"]): Hands =>
  name === "mouse" ? mouseOn(page) : keyboardOn(page);

function mouseOn(page: Page): Hands {
  return {
    name: "mouse",
    press: (what) => what.click(),
    point: (what) => what.hover(),
    async write(field, text) {
      await field.click();
      await field.fill(text);
    },
    async choose(field, label) {
      await field.selectOption({ label });
    },
    inList: (row, what) =>
      what === "open" ? row.getByRole("link").first().click() : row.getByRole("checkbox").click(),
    // Beside it: the name of what opened it has what it opened in it.
    leave: () => page.frameLocator("iframe").locator("h1").first().click(),
    clear: (field) => field.fill(""),
  };
}

/** So many times Tab is pressed before somebody gives up: the longest screen has fewer places to stop at. */
const MOST_TABS = 150;

/** Tab, Enter, Space, arrows, letters and Escape: never a click, and the focus is only ever where a key took it. */
function keyboardOn(page: Page): Hands {
  const key = (name: string) => page.keyboard.press(name);

  const reach = async (what: Locator) => {
    await what.waitFor();
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      const way = await wayTo(page, what);
      if (way === "there") return;
      await key(way === "on" ? "Tab" : "Shift+Tab");
    }
    throw new Error(`Not reached by Tab: ${String(what)}. The focus is on: ${await focusedName(page)}`);
  };

  return {
    name: "keyboard",
    async press(what, own) {
      if (own) {
        for (const one of own.split(" ")) await key(one);
        return;
      }
      await reach(what);
      const isBox = await what.evaluate((one) => one.matches("input[type=checkbox], input[type=radio]"));
      await key(isBox ? "Space" : "Enter");
    },
    point: reach,
    async write(field, text, own) {
      if (own) await key(own);
      else await reach(field);
      await eventually(() => field.evaluate((one) => one === document.activeElement));
      await key("Control+A");
      await page.keyboard.type(text);
    },
    async choose(field, label) {
      await reach(field);
      const steps = await field.evaluate((select, wanted) => {
        if (!(select instanceof HTMLSelectElement)) return Number.NaN;
        return [...select.options].findIndex((one) => one.label.trim() === wanted) - select.selectedIndex;
      }, label);
      for (let at = 0; at < Math.abs(steps); at += 1) await key(steps > 0 ? "ArrowDown" : "ArrowUp");
      // What is kept at once shows once it is kept.
      await eventually(() =>
        field.evaluate(
          (select, wanted) =>
            select instanceof HTMLSelectElement && select.selectedOptions[0]?.label.trim() === wanted,
          label,
        ),
      );
    },
    async inList(row, what) {
      const link = row.getByRole("link").first();
      await link.waitFor();
      // From the search, whose letters j and k are.
      if ((await focusedName(page)).startsWith("input")) await key("Enter");
      for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
        const way = await wayTo(page, link);
        if (way === "there") return key(what === "open" ? "o" : "x");
        await key(way === "on" ? "j" : "k");
      }
      throw new Error(`Not reached by j and k: ${String(row)}. The focus is on: ${await focusedName(page)}`);
    },
    leave: () => key("Escape"),
    async clear(field) {
      await reach(field);
      await key("Escape");
    },
  };
}

/** Which way Tab leads to it from where the focus is: looked at, as people do, and not moved. */
async function wayTo(page: Page, what: Locator): Promise<"there" | "on" | "back"> {
  const inFrame = await what.evaluate(
    (one) => one.ownerDocument.defaultView?.parent !== one.ownerDocument.defaultView,
  );
  if (inFrame) {
    const outside = await page.evaluate(() => {
      const [on, frame] = [document.activeElement, document.querySelector("iframe")];
      if (!on || !frame || on === frame) return null;
      return on.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING ? "on" : "back";
    });
    if (outside) return outside;
  }
  return what.evaluate((one) => {
    const on = document.activeElement;
    if (on === one) return "there";
    if (!on || on === document.body) return "on";
    return on.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING ? "on" : "back";
  });
}

/** What was pressed went away: who works by keys is still somewhere, and goes on from there. */
export const keepsFocus = (page: Page) => eventually(async () => (await focusedName(page)) !== "nothing");

/** What a screen reader would call what has the focus; "nothing" where it is lost. */
export async function focusedName(page: Page): Promise<string> {
  const named = () => {
    const on = document.activeElement;
    if (!on || on === document.body || on === document.documentElement) return "nothing";
    return `${on.tagName.toLowerCase()} ${on.getAttribute("aria-label") ?? on.textContent?.trim().slice(0, 60) ?? ""}`;
  };
  const outside = await page.evaluate(named);
  return outside.startsWith("iframe") ? ((await page.frames()[1]?.evaluate(named)) ?? "nothing") : outside;
}

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { handsOn } from "./hands.ts";
import { shopOfItsOwn, type OwnShop, type Shopper } from "./shop-of-its-own.ts";
import { A_WALK_MS, ROUNDS, titleOf, walkThrough, type Step, type Walk } from "./walk.ts";

/** One of the dev store's people who does not own the account. */
const NADIA = { id: "10000000001", name: "Nadia Rahman" };
const SUBJECT = "Has it left yet?";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A step of the first ones that the app itself found done. */
const isDone = ({ screen, say }: Walk, step: "data" | "mail" | "address" | "voice" | "embed" | "reply") =>
  screen
    .locator(".attune-steps > li", { hasText: say(`home.steps.${step}`) })
    .getByText(say("home.steps.isDone"), { exact: true })
    .waitFor({ state: "attached", timeout: 40_000 });

/** A page of the settings, by the list of them. */
async function toSettings({ goTo, hands, the, screen }: Walk, title: Parameters<Walk["the"]>[1]) {
  await goTo("nav.settings");
  await the("heading", "settings.title").first().waitFor();
  await hands.press(the("link", title));
  await screen.locator("h1", { hasText: /./u }).waitFor();
}

/** The bar above a form that was changed; it goes once the form is saved. */
async function saves({ hands, admins }: Walk) {
  const save = admins("button", "action.save");
  await hands.press(save);
  await save.waitFor({ state: "hidden" });
}

function firstHour(shop: OwnShop): Step[] {
  const address = `care-${crypto.randomUUID().slice(0, 8)}@fernweh-supply.example`;
  let shopper: Shopper;
  return [
    {
      name: "first-opened",
      examined: true,
      go: async ({ sees }) => {
        await sees("home.steps.title");
      },
    },
    {
      name: "data-arrived",
      go: async (walk) => {
        await isDone(walk, "data");
        await isDone(walk, "embed");
      },
    },
    {
      name: "test-mail",
      go: async ({ hands, the }) => {
        await hands.press(the("button", "home.steps.mail.send"));
        await the("button", "home.steps.mail.send").waitFor({ state: "detached" });
      },
    },
    {
      name: "mail-arrived",
      examined: true,
      go: (walk) => isDone(walk, "mail"),
    },
    {
      name: "mail-settings",
      go: async ({ hands, the }) => {
        await hands.press(the("link", "home.steps.address.how"));
        await the("button", "settings.addresses.add").waitFor();
      },
    },
    {
      name: "address-refused",
      examined: true,
      go: async ({ hands, the, sees }) => {
        await hands.press(the("button", "settings.addresses.add"));
        await hands.write(the("textbox", "settings.addresses.email"), "not an address");
        await hands.press(the("button", "settings.addresses.save"));
        await sees("fault.address.email");
      },
    },
    {
      name: "address-added",
      examined: true,
      go: async ({ hands, the, sees }) => {
        await hands.write(the("textbox", "settings.addresses.email"), address);
        await hands.press(the("button", "settings.addresses.save"));
        await sees("mail.addresses.unproven");
      },
    },
    {
      name: "address-confirmed",
      go: async ({ page, screen, say, hands, the }) => {
        const proof = await eventually(async () => (await shop.received({ name: "", email: address }))[0]);
        const visitor = await page.context().newPage();
        await visitor.goto(/https?:\/\/\S+\/verify-address\/\S+/u.exec(proof.text)?.[0] ?? "");
        await handsOn(visitor, hands.name).press(visitor.getByRole("button").last());
        await visitor.getByRole("button").waitFor({ state: "detached" });
        await visitor.close();
        await the("button", "settings.addresses.add").waitFor();
        await screen
          .locator("#sending")
          .getByText(say("mail.addresses.unproven"))
          .waitFor({ state: "detached" });
      },
    },
    {
      name: "voice",
      examined: true,
      go: async (walk) => {
        const { goTo, hands, the, admins } = walk;
        await goTo("app.name", "g h");
        await isDone(walk, "address");
        await hands.press(the("link", "home.steps.voice.how"));
        await hands.write(the("textbox", "settings.voice.team"), "The Nordlicht team");
        await hands.write(the("textbox", "settings.voice.signature"), "Warm regards");
        await admins("button", "action.save").waitFor();
      },
    },
    {
      name: "voice-saved",
      go: async (walk) => {
        await saves(walk);
        await walk.hears("settings.saved");
      },
    },
    {
      name: "settings",
      examined: true,
      go: async ({ goTo, the }) => {
        await goTo("nav.settings");
        await the("link", "team.title").waitFor();
      },
    },
    {
      name: "sending",
      go: async ({ hands, the, say }) => {
        await hands.press(the("link", "outgoing.settings.title"));
        await hands.choose(
          the("combobox", "outgoing.settings.undo"),
          say("outgoing.settings.seconds", { seconds: 3 }),
        );
        await hands.press(the("button", "action.save"));
        await eventually(() => the("button", "action.save").isDisabled());
      },
    },
    {
      name: "team",
      examined: true,
      go: async (walk) => {
        await shop.meet(NADIA.id);
        await toSettings(walk, "team.title");
        const { hands, the, say, hears } = walk;
        await hands.choose(the("combobox", "team.roleOf", { name: NADIA.name }), say("team.role.lead"));
        await hears("team.said.role");
      },
    },
    {
      name: "routing",
      examined: true,
      go: async (walk) => {
        // What the rule is tried on.
        const placed = await shop.orderOnItsWay("Hannah", "Okafor");
        ({ shopper } = placed);
        await shop.write({
          from: shopper,
          subject: SUBJECT,
          text: `Where is my order ${placed.order.name}?`,
        });
        await shop.conversation(SUBJECT, ({ draft }) => draft !== null);
        await toSettings(walk, "triage.title");
        await walk.sees("triage.empty");
      },
    },
    {
      name: "dry-run",
      examined: true,
      go: async ({ hands, the, say, screen }) => {
        await hands.press(the("link", "triage.suggest.use.of", { name: say("triage.suggest.stop") }));
        await screen.getByText(say("triage.trial.of", { count: 1, days: 7 })).waitFor();
      },
    },
    {
      name: "rule-saved",
      go: async (walk) => {
        await saves(walk);
        await walk.hears("triage.said.saved");
      },
    },
    {
      name: "home",
      go: async (walk) => {
        await walk.goTo("app.name", "g h");
        await isDone(walk, "voice");
        await walk.the("link", "home.steps.reply.how").waitFor();
      },
    },
    {
      name: "drafts",
      go: async ({ hands, the, screen }) => {
        await hands.press(the("link", "home.steps.reply.how"));
        await screen.getByRole("link", { name: SUBJECT, exact: true }).waitFor();
      },
    },
    {
      name: "first-draft",
      examined: true,
      go: async ({ hands, screen, sees }) => {
        const link = screen.getByRole("link", { name: SUBJECT, exact: true });
        await hands.inList(screen.getByRole("listitem").filter({ has: link }), "open");
        await sees("conversation.draft.answer");
        await hands.point(screen.locator(".attune-sentence").first());
      },
    },
    {
      name: "first-reply",
      go: async ({ hands, the, sees }) => {
        await hands.press(the("button", "conversation.send"));
        const [mail, ...more] = await eventually(async () => {
          const found = await shop.received(shopper);
          return found.length > 0 ? found : null;
        });
        expect(more).toEqual([]);
        expect(mail?.text).toContain("Warm regards");
        expect(JSON.stringify(mail?.from)).toContain(address);
        await sees("conversation.thread.yourReply");
      },
    },
    {
      name: "all-done",
      examined: true,
      go: async ({ goTo, sees }) => {
        await goTo("app.name", "g h");
        await sees("home.steps.allDone");
      },
    },
    {
      name: "dismissed",
      go: async ({ hands, the, say, screen }) => {
        await hands.press(the("button", "action.dismiss"));
        await screen.getByText(say("home.steps.title"), { exact: true }).waitFor({ state: "detached" });
      },
    },
  ];
}

describe("a merchant's first hour", () => {
  it.each(ROUNDS.map((round) => [titleOf(round), round] as const))(
    "%s",
    { timeout: A_WALK_MS },
    async (_title, round) => {
      const shop = await shopOfItsOwn("Nordlicht Home");
      const steps = firstHour(shop);
      const { adminUrl } = shop;
      expect(await walkThrough({ ...round, browser, walk: "merchant", adminUrl }, steps)).toBe(steps.length);
    },
  );
});

import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isolated } from "#app/components/labels.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { shopOfItsOwn, type OwnShop } from "./shop-of-its-own.ts";
import { A_WALK_MS, ROUNDS, titleOf, walkThrough, type Step, type Walk } from "./walk.ts";

/** One of the dev store's people who does not own the account: a reviewer. */
const MIA = "91827364506";
const OWNER = "Rieke Holtmann";
/** How long a reply can be taken back, in seconds: in no hurry, and then hardly at all. */
const undoWithin = (shop: OwnShop, undoSeconds: number) =>
  shop.client.api("settings", { method: "PUT", body: JSON.stringify({ desk: { undoSeconds } }) });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const LETTERS = {
  asked: "Where is my parcel",
  angry: "Late again",
  kind: "Lovely blanket",
  thanks: "Thank you all",
  news: "Just one question",
} as const;

/** A shop with a morning's mail, and the reviewer's first conversation drafted. */
async function morning() {
  const shop = await shopOfItsOwn("Nordlicht Home");
  await shop.install();
  await undoWithin(shop, 20);
  const { order, shopper } = await shop.orderOnItsWay("Hannah", "Okafor");
  await shop.write({ subject: LETTERS.kind, text: "The blanket is lovely, thank you so much!" });
  await shop.write({ subject: LETTERS.thanks, text: "Thank you for the quick help, I am very happy." });
  await shop.write({
    from: { name: "Tom Aguilar", email: "tom.aguilar@shopper.example" },
    subject: LETTERS.angry,
    text: "I am furious. Nobody answers and my parcel is late again!",
  });
  await shop.write({
    from: shopper,
    subject: LETTERS.asked,
    text: `Hello,\n\nwhere is my order ${order.name}?\n\nHannah`,
  });
  for (const subject of [LETTERS.kind, LETTERS.thanks, LETTERS.angry])
    await shop.conversation(subject, ({ reading }) => reading !== null);
  await shop.conversation(LETTERS.asked, ({ draft }) => draft !== null);
  return { shop, shopper, orderName: order.name };
}

const rowOf = ({ screen }: Walk, subject: string) =>
  screen.getByRole("listitem").filter({ has: screen.getByRole("link", { name: subject, exact: true }) });
const inSubject = ({ screen }: Walk, subject: string) =>
  screen.getByRole("heading", { level: 1, name: subject }).waitFor();
const replyOf = ({ the }: Walk) => the("textbox", "draft.reply");

/** What Polaris itself says, in its own words for each language. */
function polaris(language: string, find: (words: PolarisWords) => string): string {
  const file = new URL(`../../node_modules/@shopify/polaris/locales/${language}.json`, import.meta.url);
  return find(JSON.parse(readFileSync(file, "utf8")) as PolarisWords);
}
type PolarisWords = { Polaris: { Filters: { addFilter: string } } };

function reviewersDay({ shop, shopper, orderName }: Awaited<ReturnType<typeof morning>>): Step[] {
  let draftText = "";
  return [
    {
      name: "home",
      examined: true,
      go: async ({ sees, the, say }) => {
        await sees("home.attention.title");
        await the("button", "home.attention.openIt", { what: say("home.attention.draftsOther") })
          .or(the("link", "home.attention.openIt", { what: say("home.attention.draftsOther") }))
          .waitFor();
      },
    },
    {
      name: "needs-you",
      go: async (walk) => {
        const { hands, the, say } = walk;
        await hands.press(the("link", "home.attention.openIt", { what: say("home.attention.draftsOther") }));
        await rowOf(walk, LETTERS.asked).waitFor();
      },
    },
    {
      name: "view",
      examined: true,
      go: async (walk) => {
        const { hands, screen, say } = walk;
        const views = screen.getByRole("navigation", { name: say("inbox.views") });
        await hands.press(views.getByRole("link", { name: new RegExp(`^${say("inbox.view.open")}`, "u") }));
        await screen.getByText(say("inbox.count", { count: 4 }), { exact: true }).waitFor();
      },
    },
    {
      name: "filter",
      examined: true,
      go: async (walk) => {
        const { hands, screen, the, say, width, language } = walk;
        const filters = screen.locator(".inbox-filters");
        const emotion = say("inbox.filter.emotion");
        if (width === 390) {
          const add = polaris(language, ({ Polaris }) => Polaris.Filters.addFilter);
          await hands.press(filters.getByRole("button", { name: add }));
          await hands.press(screen.getByRole("menuitem", { name: emotion, exact: true }));
        } else await hands.press(filters.getByRole("button", { name: emotion, exact: true }));
        await hands.press(the("checkbox", "emotion.anger"));
        await screen.getByText(say("inbox.count", { count: 1 }), { exact: true }).waitFor();
        await rowOf(walk, LETTERS.angry).waitFor();
      },
    },
    {
      name: "save-view",
      examined: true,
      go: async ({ hands, screen, the, say, width }) => {
        await hands.leave();
        if (width === 390) {
          // A phone has the screen's actions in a menu.
          await hands.press(screen.locator(".Polaris-ActionMenu-RollupActions__RollupActivator button"));
          await hands.press(the("button", "inbox.views.save"));
        } else await hands.press(the("button", "inbox.views.save"));
        const dialog = screen.getByRole("dialog");
        await hands.write(dialog.getByLabel(say("inbox.views.name"), { exact: true }), "Angry today");
      },
    },
    {
      name: "saved-view",
      go: async ({ hands, screen, hears, say }) => {
        await hands.press(
          screen.getByRole("dialog").getByRole("button", { name: say("action.save"), exact: true }),
        );
        await hears("inbox.views.saved");
        await screen.getByRole("link", { name: "Angry today" }).waitFor();
      },
    },
    {
      name: "search",
      go: async (walk) => {
        const { hands, screen, say } = walk;
        await hands.press(
          screen
            .getByRole("navigation", { name: say("inbox.views") })
            .getByRole("link", { name: new RegExp(`^${say("inbox.view.open")}`, "u") }),
        );
        await rowOf(walk, LETTERS.kind).waitFor();
        const field = screen.getByPlaceholder(say("inbox.search", { view: say("inbox.view.open") }));
        await hands.write(field, orderName, "/");
        await screen.getByText(say("inbox.count", { count: 1 }), { exact: true }).waitFor();
        await rowOf(walk, LETTERS.asked).waitFor();
      },
    },
    {
      name: "conversation",
      examined: true,
      go: async (walk) => {
        const { hands, sees } = walk;
        await hands.inList(rowOf(walk, LETTERS.asked), "open");
        await inSubject(walk, LETTERS.asked);
        await sees("conversation.draft.answer");
      },
    },
    {
      name: "evidence",
      go: async ({ hands, screen }) => {
        await hands.point(screen.locator(".attune-sentence", { hasText: orderName }).first());
        await screen.locator(".attune-sentence[data-active]", { hasText: orderName }).first().waitFor();
      },
    },
    {
      name: "blocked",
      examined: true,
      go: async (walk) => {
        const { hands, the, screen } = walk;
        draftText = (await shop.conversation(LETTERS.asked, () => true)).draft?.text ?? "";
        await hands.press(the("button", "conversation.edit"), "r");
        await hands.write(replyOf(walk), "Hello Hannah, your tracking number is 1Z999AA10123456784.");
        await screen.getByText("“1Z999AA10123456784”").waitFor();
        expect(await the("button", "conversation.sendEdited").isDisabled()).toBe(true);
      },
    },
    {
      name: "edited",
      go: async (walk) => {
        await walk.hands.write(replyOf(walk), `${draftText}\n\nP.S. We packed it twice.`);
        await walk.sees("draft.live.checked");
      },
    },
    {
      name: "undo",
      go: async ({ hands, the }) => {
        await hands.press(the("button", "conversation.sendEdited"));
        await the("button", "outgoing.leaving.undo").waitFor();
      },
    },
    {
      name: "taken-back",
      go: async (walk) => {
        await walk.hands.press(walk.the("button", "outgoing.leaving.undo"));
        await replyOf(walk).waitFor();
        expect(await replyOf(walk).inputValue()).toContain("We packed it twice.");
        expect(await shop.received(shopper)).toEqual([]);
        await undoWithin(shop, 1);
      },
    },
    {
      name: "sent",
      go: async ({ hands, the, sees }) => {
        await hands.press(the("button", "conversation.sendEdited"));
        const [mail, ...more] = await eventually(async () => {
          const found = await shop.received(shopper);
          return found.length > 0 ? found : null;
        });
        expect(more).toEqual([]);
        expect(mail?.text).toContain("We packed it twice.");
        await sees("conversation.thread.yourReply");
      },
    },
    {
      name: "note",
      go: async (walk) => {
        const { hands, the, screen, say } = walk;
        await hands.press(the("button", "acting.note"));
        await hands.write(the("textbox", "acting.note.label"), "Please look, @ri");
        const people = screen.getByRole("list", { name: say("acting.mention.list") });
        await hands.press(people.getByRole("button", { name: OWNER }), "Enter");
        expect(await the("textbox", "acting.note.label").inputValue()).toContain(`@${OWNER}`);
      },
    },
    {
      name: "noted",
      go: async ({ hands, the, hears }) => {
        await hands.press(the("button", "acting.note.save"));
        await hears("acting.note.saved");
      },
    },
    {
      name: "next",
      go: async (walk) => {
        await walk.goTo("nav.inbox", "g i");
        await rowOf(walk, LETTERS.angry).waitFor();
        await walk.hands.inList(rowOf(walk, LETTERS.angry), "open");
        await inSubject(walk, LETTERS.angry);
      },
    },
    {
      name: "assign",
      go: async ({ hands, the }) => {
        await hands.press(the("button", "acting.unassigned"), "a");
        await hands.press(the("menuitem", "inbox.act.assign.me"));
        await the("button", "acting.assignee.me").waitFor();
      },
    },
    {
      name: "tag",
      examined: true,
      go: async ({ hands, the, screen }) => {
        await hands.press(the("button", "inbox.act.tag"));
        await hands.write(the("textbox", "inbox.act.tag.name"), "carrier");
        await hands.press(the("button", "inbox.act.tag.add"));
        await screen.getByText("carrier", { exact: true }).first().waitFor();
        await hands.leave();
      },
    },
    {
      name: "snooze",
      go: async ({ hands, screen, the, say }) => {
        await hands.press(the("button", "inbox.act.snooze"));
        const tomorrow = say("inbox.act.snooze.tomorrow", { time: "|" }).split("|")[0] ?? "";
        await hands.press(screen.getByRole("menuitem", { name: tomorrow }));
        await screen
          .getByText(
            say("acting.snoozedUntil", { time: "|" })
              .split("|")
              .find((part) => part.trim() !== "") ?? "",
          )
          .first()
          .waitFor();
        await shop.conversation(LETTERS.angry, ({ status }) => status === "snoozed");
      },
    },
    {
      name: "escalate",
      examined: true,
      go: async ({ hands, the, screen, say }) => {
        await hands.press(the("button", "inbox.act.more"));
        await hands.press(the("menuitem", "acting.escalate.open"));
        const dialog = screen.getByRole("dialog", { name: say("acting.escalate.title") });
        await hands.choose(dialog.getByLabel(say("acting.give.to"), { exact: true }), OWNER);
        await hands.write(dialog.getByLabel(say("acting.escalate.text")), "They name a lawyer.");
      },
    },
    {
      name: "escalated",
      go: async ({ hands, the, hears, screen, say }) => {
        const dialog = screen.getByRole("dialog", { name: say("acting.escalate.title") });
        await hands.press(dialog.getByRole("button", { name: say("acting.escalate.do"), exact: true }));
        await hears("acting.escalate.done");
        await the("button", "acting.assignee", { name: isolated(OWNER) }).waitFor();
      },
    },
    {
      name: "hand-over",
      examined: true,
      go: async ({ hands, the, screen, say }) => {
        await hands.press(the("button", "inbox.act.more"));
        await hands.press(the("menuitem", "acting.handOver.open"));
        const dialog = screen.getByRole("dialog", { name: say("acting.handOver.title") });
        await hands.choose(dialog.getByLabel(say("acting.give.to"), { exact: true }), OWNER);
      },
    },
    {
      name: "handed-over",
      go: async ({ hands, hears, screen, say }) => {
        const dialog = screen.getByRole("dialog", { name: say("acting.handOver.title") });
        await hands.press(dialog.getByRole("button", { name: say("acting.handOver.do"), exact: true }));
        await hears("acting.handOver.done");
      },
    },
    {
      name: "news",
      examined: true,
      go: async (walk) => {
        await walk.goTo("nav.inbox", "g i");
        await rowOf(walk, LETTERS.kind).waitFor();
        await walk.screen.getByRole("heading", { name: walk.say("inbox.title"), exact: true }).waitFor();
        await shop.write({ subject: LETTERS.news, text: "Do you ship to Norway?" });
        await walk.the("button", "inbox.news.show", { count: 1 }).waitFor();
      },
    },
    {
      name: "news-shown",
      go: async (walk) => {
        await walk.hands.press(walk.the("button", "inbox.news.show", { count: 1 }));
        await rowOf(walk, LETTERS.news).waitFor();
      },
    },
    {
      name: "selected",
      examined: true,
      go: async (walk) => {
        for (const subject of [LETTERS.kind, LETTERS.thanks])
          await walk.hands.inList(rowOf(walk, subject), "select");
        await walk.sees("inbox.chosen", { count: 2 });
      },
    },
    {
      name: "closed",
      go: async (walk) => {
        await walk.hands.press(walk.the("button", "inbox.act.close"));
        await rowOf(walk, LETTERS.kind).waitFor({ state: "detached" });
        await walk.hears("inbox.done.closed", { count: 2 });
      },
    },
    {
      name: "closed-undone",
      go: async (walk) => {
        await walk.hands.press(walk.admins("button", "action.undo"));
        await rowOf(walk, LETTERS.kind).waitFor();
        await shop.conversation(LETTERS.kind, ({ status }) => status === "open");
      },
    },
    {
      name: "insights",
      examined: true,
      go: async ({ goTo, the }) => {
        await goTo("insights.title");
        await the("heading", "insights.title").first().waitFor();
      },
    },
    {
      name: "home-again",
      examined: true,
      go: async ({ goTo, screen, say }) => {
        await goTo("app.name", "g h");
        const answered = screen.locator("dt", { hasText: say("home.since.answered") });
        await answered.waitFor();
        expect(await answered.locator("xpath=following-sibling::dd").innerText()).toBe("1");
      },
    },
  ];
}

describe("a reviewer's day", () => {
  it.each(ROUNDS.map((round) => [titleOf(round), round] as const))(
    "%s",
    { timeout: A_WALK_MS },
    async (_title, round) => {
      const day = await morning();
      const { adminUrl } = day.shop;
      await walkThrough({ ...round, browser, walk: "reviewer", adminUrl, staff: MIA }, reviewersDay(day));
    },
  );
});

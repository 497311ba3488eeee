import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { eventually } from "#tests/setup/demo-client.ts";
import { inSubject, LETTERS, type Morning, openAll, rowOf, undoWithin } from "./reviewers-mail.ts";
import type { Step, Walk } from "./walk.ts";

const replyOf = ({ the }: Walk) => the("textbox", "draft.reply");

/** What Polaris itself says, in its own words for each language. */
function polaris(language: string, find: (words: PolarisWords) => string): string {
  const file = new URL(`../../node_modules/@shopify/polaris/locales/${language}.json`, import.meta.url);
  return find(JSON.parse(readFileSync(file, "utf8")) as PolarisWords);
}
type PolarisWords = { Polaris: { Filters: { addFilter: string } } };

/** From home to the first reply that is sent. */
export function answering({ shop, shopper, orderName }: Morning): Step[] {
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
        await openAll(walk);
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
  ];
}

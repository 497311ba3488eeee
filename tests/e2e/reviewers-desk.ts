import { expect } from "vitest";
import { isolated } from "#app/components/labels.ts";
import { inSubject, LETTERS, type Morning, openAll, rowOf } from "./reviewers-mail.ts";
import type { Step } from "./walk.ts";

const OWNER = "Rieke Holtmann";

/** What else a day brings, until home says what was done. */
export function restOfTheDay({ shop }: Morning): Step[] {
  return [
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
        // It is as it was left: searched.
        await openAll(walk);
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

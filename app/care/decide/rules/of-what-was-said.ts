import type { Circumstances, OtherIssue } from "#app/care/decide/circumstances.ts";
import { compareVoices, isToldAnew, mayHaveVoice, sameMatter } from "#app/care/decide/one-voice.ts";
import {
  dateOf,
  dayOf,
  hold,
  later,
  pass,
  refuse,
  spoken,
  type Rule,
  type Said,
} from "#app/care/decide/rules/rule.ts";
import { days, hours } from "#app/lib/duration.ts";

/** Who was answered a while ago may be told something new. */
const ANSWERED_LATELY = days(3);

const conversation: Rule = {
  rule: "conversation",
  look: ({ talk, now }) => {
    if (talk.unanswered)
      return hold("unanswered", "They wrote about this order and wait for an answer: that comes first.", {
        until: later(now, days(1)),
      });
    if (talk.draftWaits)
      return hold("draft_waits", "A draft to them about this order waits for a person.", {
        until: later(now, days(1)),
      });
    if (talk.replyUnderWay)
      return hold("reply_leaves", "A reply to them about this order is about to leave.", {
        until: later(now, hours(1)),
      });
    const over = talk.answeredAt && later(talk.answeredAt, ANSWERED_LATELY);
    if (over && over > now)
      return hold("answered", "A person answered them about this order in the last three days.", {
        until: over,
      });
    return pass("none", "Nobody is in conversation with them about this order.");
  },
};

const alreadySaid: Rule = {
  rule: "already_said",
  look: ({ said }) => {
    if (said.sameLeft) return refuse("same", "The very same was written before.");
    if (said.toldAt)
      return refuse("told", `A reply of ${dayOf(said.toldAt)} told them, and it is still as it told.`, {
        day: dateOf(said.toldAt),
      });
    return pass("no", "Nobody has told them.");
  },
};

const promised: Rule = {
  rule: "promised",
  look: ({ said, now }) =>
    said.promisedUntil && said.promisedUntil > now
      ? hold(
          "open",
          `The shop promised them something about this until ${dayOf(said.promisedUntil)}: it has until then.`,
          { until: said.promisedUntil, values: { day: dateOf(said.promisedUntil) } },
        )
      : pass("none", "No promise about this is open."),
};

/** One message speaks for what is one thing to the shopper; of several things, the gravest first. */
const oneVoice: Rule = {
  rule: "one_voice",
  look: (given) => {
    const leaving = given.others.find((other) => other.outreaches.some(({ state }) => state === "approved"));
    if (leaving)
      return hold("leaving", `A message about this order is about to leave (${spoken(leaving.kind)}).`, {
        until: later(given.now, days(1)),
        values: { kind: leaving.kind },
      });
    switch (given.stage) {
      case "first":
        return ofFirstWord(given);
      case "update":
        return spokenBefore(given);
      case "resolution":
        return ofTheEnd(given);
      case "correction":
        return pass("correction", "What was not so is put right by itself.");
    }
  },
};

/** One message of a matter is enough for so long, unless something graver comes. */
const SPOKEN_FOR = days(7);

function ofFirstWord(given: Circumstances): Said {
  const { issue, others, now } = given;
  const alike = others.filter((other) => sameMatter(issue, other));
  for (const other of alike) {
    if (other.status === "open" && other.outreaches.some(({ state }) => state === "held_out"))
      return refuse(
        "held_out",
        "They are among those who are not written to of this, so that the shop learns whether it helps.",
      );
    const told = lastSent(other);
    if (told && later(told, SPOKEN_FOR) > now && !isToldAnew(issue, other))
      return hold(
        "spoken_for",
        `The message of ${dayOf(told)} speaks for this, too (${spoken(other.kind)}).`,
        {
          until: later(told, SPOKEN_FOR),
          values: { day: dateOf(told), kind: other.kind },
        },
      );
  }
  return spokenBefore(given);
}

function spokenBefore({ issue, others, shop, now }: Circumstances): Said {
  const before = others.find(
    (other) => compareVoices(other, issue) < 0 && mayHaveVoice(other, { settings: shop.settings, now }),
  );
  return before
    ? hold("graver", `Something graver about this order is to be told first (${spoken(before.kind)}).`, {
        until: later(now, days(1)),
        values: { kind: before.kind },
      })
    : pass("none", "Nothing else speaks for this order now.");
}

function ofTheEnd({ issue, others }: Circumstances): Said {
  const goesOn = others.find((other) => sameMatter(issue, other) && other.status === "open");
  return goesOn
    ? refuse(
        "goes_on",
        `It is over, but something else about it is not (${spoken(goesOn.kind)}): no end is to be told.`,
        { kind: goesOn.kind },
      )
    : pass("ended", "Nothing else about it goes on.");
}

function lastSent({ outreaches }: OtherIssue): Date | null {
  const sent = outreaches.filter(({ state }) => state === "sent").map(({ at }) => at.getTime());
  return sent.length > 0 ? new Date(Math.max(...sent)) : null;
}

/** Whether somebody is speaking with them, or has told them. */
export const ofWhatWasSaid: readonly Rule[] = [conversation, alreadySaid, promised, oneVoice];

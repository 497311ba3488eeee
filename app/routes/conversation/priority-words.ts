import type { DoneByRule } from "#app/care/triage/done.ts";
import type { Decided, PriorityReason } from "#app/care/triage/priority-reason.ts";
import type { Priority } from "#app/care/triage/priority.ts";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { isolated, listedAnd, riskLabel, withinSentence } from "#app/components/labels.ts";
import { personName } from "#app/components/person-name.ts";
import { zonedDay, zonedTime } from "#app/components/zoned-time.ts";
import type { ShownTriage } from "#app/desk/show-triage.server.ts";
import { numberFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";

/** What the words name, who reads them, and where the shop is. */
export type Read = { names: ShownTriage["names"]; me: string; zone: string | null };

/** Why a conversation has its priority, a sentence for each reason. */
export function becauseWords(say: Say, reason: PriorityReason, { names, zone }: Read): string {
  const key = `conversation.priority.because.${reason.code}` as const;
  const order = "orderId" in reason ? orderWords(say, names.orders[reason.orderId]) : "";
  switch (reason.code) {
    case "urgency":
      return say(key, { urgency: reason.urgency });
    case "risk":
      return say(key, { risk: withinSentence(say, riskLabel(say, reason.flag)) });
    case "escalated":
      return say(key, { rule: ruleWords(say, names.rules[reason.ruleId]) });
    case "before_fulfilment":
      return say(key, { order, basis: reason.basis, time: zonedTime(say, reason.by, zone) });
    case "may_still_stop":
      return say(key, { order, held: reason.held ? "yes" : "no" });
    case "needed_by":
      // The end of a day that was written without a zone.
      return say(key, { order, day: zonedDay(say, new Date(Date.parse(reason.by) - 1).toISOString(), null) });
    case "high_value":
      return say(key, { order, times: numberFormat(say, { maximumFractionDigits: 1 }).format(reason.times) });
    case "written_again":
      return say(key, { count: reason.times });
    case "promise_due":
    case "promise_broken":
      return say(key, { time: zonedTime(say, reason.by, zone) });
    case "issue": {
      const severity = sayCode(say, "severity", String(reason.severity));
      const kind = withinSentence(say, issueKindLabel(say, reason.kind));
      return say(key, { kind, severity: withinSentence(say, severity) });
    }
    case "waiting":
      return say(key, { time: zonedTime(say, reason.since, zone) });
    case "no_answer_wanted":
    case "too_late_to_stop":
    case "gift":
    case "told_wrong":
      return say(key, { order });
  }
}

/** Who had the last word: a person, a rule, or nobody; and what it would be without, where that is another. */
export function decidedWords(
  say: Say,
  { computed, decided }: NonNullable<ShownTriage["judged"]>,
  read: Read,
): string[] {
  if (!decided) return [say("conversation.priority.by.computed")];
  if (decided.by === "rule" && decided.kept) {
    const rule = ruleWords(say, read.names.rules[decided.ruleId]);
    return [say("conversation.priority.by.kept", { rule, priority: levelWords(say, decided.priority) })];
  }
  const otherwise = { computed: levelWords(say, computed) };
  return [
    deciderWords(say, decided, read),
    ...(decided.priority === computed ? [] : [say("conversation.priority.by.otherwise", otherwise)]),
  ];
}

function deciderWords(say: Say, decided: Decided, { names, me }: Read): string {
  if (decided.by === "rule")
    return say("conversation.priority.by.rule", { rule: ruleWords(say, names.rules[decided.ruleId]) });
  if (decided.staffId === me) return say("conversation.priority.by.me");
  const name = isolated(personName(say, names.staff[decided.staffId] ?? null));
  return say("conversation.priority.by.person", { name });
}

/** What a rule did, or why it did not. */
export function didWords(say: Say, did: DoneByRule, { names, me }: Read): string {
  switch (did.do) {
    case "add_tags":
      if (did.outcome !== "added") return say(`conversation.priority.did.${did.do}.${did.outcome}`);
      return say("acting.did.tagged", { count: did.tags.length, tags: listedAnd(say, did.tags) });
    case "set_priority":
      if (did.outcome !== "set") return say(`conversation.priority.did.${did.do}.${did.outcome}`);
      return say("acting.did.priority", { priority: levelWords(say, did.priority) });
    case "assign":
      if (did.outcome !== "assigned") return say(`conversation.priority.did.${did.do}.${did.outcome}`);
      return toWords(say, "assigned", { to: did.to, names, me });
    case "suggest_macro":
      return say(`conversation.priority.did.${did.do}.${did.outcome}`, {
        title: isolated(names.macros[did.articleId]?.title ?? say("triage.gone.macro")),
      });
    case "escalate":
      if (did.outcome !== "escalated") return say(`conversation.priority.did.${did.do}.${did.outcome}`);
      return toWords(say, "escalated", { to: did.to, names, me });
  }
}

/** A rule by its name, quoted in a sentence or standing for itself. */
export const ruleWords = (say: Say, name: string | undefined): string =>
  name === undefined ? say("conversation.priority.rule.gone") : isolated(name);

type Given = Pick<Read, "names" | "me"> & { to: string | null };

function toWords(say: Say, did: "assigned" | "escalated", { to, names, me }: Given): string {
  if (to === me) return say(`acting.did.${did}.me`);
  return say(`acting.did.${did}`, { to: isolated(personName(say, names.staff[to ?? ""] ?? null)) });
}

const orderWords = (say: Say, name: string | undefined): string =>
  name === undefined ? say("conversation.priority.order.gone") : say("conversation.priority.order", { name });

const levelWords = (say: Say, priority: Priority): string => withinSentence(say, say(`priority.${priority}`));

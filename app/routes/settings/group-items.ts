import type { loader } from "./route.tsx";
import type { IndexGroup, IndexItem } from "./settings-index.tsx";
import type { Area } from "#app/shop/roles.ts";
import type { Say } from "#app/words/say.ts";

export type Summary = Awaited<ReturnType<typeof loader>>;
type Item = IndexItem & { of: Area | null };

/** What there is to set, for whoever may. */
export function groupItems(say: Say, at: Summary): IndexGroup[] {
  const mine = ({ of }: Item) => of === null || at.may.includes(of);
  return [
    { group: "settings.group.desk" as const, items: deskItems(say, at) },
    { group: "settings.group.replies" as const, items: replyItems(say, at) },
    { group: "settings.group.mail" as const, items: mailItems(say, at) },
    { group: "settings.group.data" as const, items: dataItems(say, at) },
  ].map(({ group, items }) => ({ group, items: items.filter(mine) }));
}

const onOff = (say: Say, on: boolean): IndexItem["note"] =>
  on ? { text: say("settings.outreach.on"), tone: "success" } : { text: say("settings.outreach.off") };

function deskItems(say: Say, at: Summary): Item[] {
  return [
    {
      ...{ of: null, url: "/settings/team", title: say("team.section") },
      description: say("team.section.description"),
      note: { text: say("team.count", { count: at.members }) },
    },
    {
      ...{ of: "triage", url: "/settings/routing", title: say("triage.title") },
      description: say("triage.section.description"),
      note: at.rules > 0 ? { text: say("settings.rulesOn", { count: at.rules }) } : undefined,
    },
    {
      ...{ of: "triage", url: "/settings/service-levels", title: say("levels.title") },
      description: say("levels.card.description"),
      note: onOff(say, at.serviceLevels.on),
    },
  ];
}

function replyItems(say: Say, at: Summary): Item[] {
  return [
    {
      ...{ of: "knowledge", url: "/settings/voice", title: say("settings.voice") },
      description: say("settings.voice.description"),
    },
    {
      ...{ of: "knowledge", url: "/settings/knowledge", title: say("settings.knowledge") },
      description: say("settings.knowledge.description"),
    },
    {
      ...{ of: "knowledge", url: "/settings/macros", title: say("macros.title") },
      description: say("macros.what"),
    },
    {
      ...{ of: "knowledge", url: "/settings/policies", title: say("policies.title") },
      description: say("policies.description"),
    },
    {
      ...{ of: "knowledge", url: "/settings/lessons", title: say("lessons.title") },
      description: say("settings.knowledge.lessons"),
      ...(at.lessons > 0
        ? {
            note: {
              text: say("settings.knowledge.toDecide", { count: at.lessons }),
              tone: "attention" as const,
            },
          }
        : {}),
    },
    {
      ...{ of: "model", url: "/settings/model", title: say("settings.model") },
      description: say("settings.model.description"),
      note: onOff(say, at.modelOn),
    },
    {
      ...{ of: "outreach", url: "/settings/outreach", title: say("settings.outreach") },
      description: say("settings.outreach.description"),
      note: onOff(say, at.outreachOn),
    },
  ];
}

function mailItems(say: Say, at: Summary): Item[] {
  return [
    {
      ...{ of: "mail", url: "/settings/mail", title: say("mail.title") },
      description: say("mail.description"),
      ...(at.unproven > 0
        ? { note: { text: say("mail.unproven", { count: at.unproven }), tone: "attention" as const } }
        : {}),
    },
    {
      ...{ of: "triage", url: "/settings/sending", title: say("outgoing.settings.title") },
      description: say("outgoing.settings.about"),
    },
  ];
}

function dataItems(say: Say, { setAside }: Summary): Item[] {
  return [
    {
      ...{ of: "privacy", url: "/settings/privacy", title: say("settings.privacy") },
      description: say("privacy.description"),
    },
    {
      ...{ of: "privacy", url: "/settings/set-aside", title: say("settings.setAside") },
      description: say("settings.setAside.description"),
      ...(setAside.count > 0
        ? {
            note: {
              text: say("settings.setAside.short", {
                count: setAside.count,
                more: setAside.count >= setAside.most ? "yes" : "no",
              }),
              tone: "attention" as const,
            },
          }
        : {}),
    },
  ];
}

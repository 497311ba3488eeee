import { ActionList, Button, Popover, Tag, Text } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import type { ReactElement } from "react";
import { AssignPopover } from "#app/components/acting/assign-popover.tsx";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { SnoozePopover } from "#app/components/acting/snooze-popover.tsx";
import { TagPopover } from "#app/components/acting/tag-popover.tsx";
import { isolated } from "#app/components/labels.ts";
import { personName } from "#app/components/person-name.ts";
import { useWords } from "#app/components/words.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import { priorities } from "#app/desk/inbox/conversation-query.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { sayCode } from "#app/words/say.ts";
import type { Standing } from "./use-pending.ts";

/** Which menu of the bar is open. */
export type ActingMenu = "assign" | "tag" | "snooze" | "more" | null;
/** What opens elsewhere. */
export type ActingPlace = "note" | "escalate" | "handOver";

const openerId = (which: ActingMenu) => `attune-acting-${which ?? ""}`;

/** What was chosen goes away with its menu: the focus goes back to what opened it. */
export const focusOpener = (which: ActingMenu) => document.getElementById(openerId(which))?.focus();

type Given = {
  shown: Standing;
  me: string;
  zone: string | null;
  choices: Choices | null;
  menu: ActingMenu;
  setMenu: (menu: ActingMenu) => void;
  onChange: (change: SentChange) => void;
  onOpen: (place: ActingPlace) => void;
};

/** Whose a conversation is, under what it is filed and when it comes back, and how to change that. */
export function ActingToolbar(given: Given) {
  const { shown, me, zone, choices, menu, setMenu, onChange, onOpen } = given;
  const say = useWords();
  const close = () => setMenu(null);
  const done = (change: SentChange) => {
    focusOpener(menu);
    close();
    onChange(change);
  };
  const opener = (which: ActingMenu, label: string): ReactElement => (
    <Button
      id={openerId(which)}
      size="slim"
      disclosure
      onClick={() => setMenu(menu === which ? null : which)}
      ariaExpanded={menu === which}
    >
      {label}
    </Button>
  );
  const isOver = shown.status === "closed" || shown.status === "spam";
  return (
    <section className="attune-acting" aria-label={say("acting.title")}>
      <div className="attune-acting-bar">
        <AssignPopover
          open={menu === "assign"}
          activator={opener("assign", useAssigneeLabel(shown, me))}
          {...{ choices, me, onClose: close, onChange: done }}
        />
        <TagPopover
          open={menu === "tag"}
          activator={opener("tag", say("inbox.act.tag"))}
          known={choices?.tags ?? []}
          chosen={[shown]}
          onClose={close}
          onChange={onChange}
        />
        <SnoozePopover
          open={menu === "snooze"}
          activator={opener("snooze", say("inbox.act.snooze"))}
          asleep={shown.status === "snoozed"}
          {...{ zone, onClose: close, onChange: done }}
        />
        <Button size="slim" onClick={() => onChange({ status: isOver ? "open" : "closed" })}>
          {say(isOver ? "inbox.act.open" : "inbox.act.close")}
        </Button>
        <div className="attune-acting-note">
          <Button size="slim" onClick={() => onOpen("note")}>
            {say("acting.note")}
          </Button>
        </div>
        <More {...given} onChange={done} />
      </div>
      <Filed {...{ shown, zone, onChange }} />
    </section>
  );
}

function useAssigneeLabel({ assignee }: Standing, me: string): string {
  const say = useWords();
  if (!assignee) return say("acting.unassigned");
  if (assignee.id === me) return say("acting.assignee.me");
  return say("acting.assignee", { name: isolated(personName(say, assignee.name)) });
}

type FiledGiven = Pick<Given, "shown" | "zone" | "onChange">;

/** The tags, and until when it sleeps. */
function Filed({ shown: { tags, snoozedUntil }, zone, onChange }: FiledGiven) {
  const say = useWords();
  if (tags.length === 0 && !snoozedUntil) return null;
  return (
    <div className="attune-acting-filed">
      {snoozedUntil ? (
        <Text as="span" tone="subdued">
          {say("acting.snoozedUntil", { time: zonedTime(say, snoozedUntil, zone) })}
        </Text>
      ) : null}
      {tags.map((tag) => (
        <Tag key={tag} onRemove={() => onChange({ removeTags: [tag] })}>
          {tag}
        </Tag>
      ))}
    </div>
  );
}

function More({ shown, menu, setMenu, onChange, onOpen }: Given) {
  const say = useWords();
  const isSpam = shown.status === "spam";
  const open = (place: ActingPlace) => () => {
    setMenu(null);
    onOpen(place);
  };
  return (
    <Popover
      active={menu === "more"}
      activator={
        <Button
          size="slim"
          id={openerId("more")}
          icon={MenuHorizontalIcon}
          accessibilityLabel={say("inbox.act.more")}
          ariaExpanded={menu === "more"}
          onClick={() => setMenu(menu === "more" ? null : "more")}
        />
      }
      onClose={() => setMenu(null)}
      autofocusTarget="first-node"
      preferredAlignment="right"
    >
      <ActionList
        actionRole="menuitem"
        sections={[
          {
            items: [
              { content: say("acting.escalate.open"), disabled: isSpam, onAction: open("escalate") },
              { content: say("acting.handOver.open"), disabled: isSpam, onAction: open("handOver") },
            ],
          },
          {
            items: priorities
              .filter((priority) => priority !== shown.priority)
              .toReversed()
              .map((priority) => ({
                content: say("inbox.act.priority", { priority: sayCode(say, "priority", priority) }),
                onAction: () => onChange({ priority }),
              })),
          },
          {
            items: [
              isSpam
                ? { content: say("acting.notSpam"), onAction: () => onChange({ status: "open" }) }
                : { content: say("inbox.act.spam"), onAction: () => onChange({ status: "spam" }) },
            ],
          },
        ]}
      />
    </Popover>
  );
}

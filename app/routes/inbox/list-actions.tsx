import { ActionList, Button, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { AssignPopover } from "#app/components/acting/assign-popover.tsx";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { SnoozePopover } from "#app/components/acting/snooze-popover.tsx";
import { TagPopover } from "#app/components/acting/tag-popover.tsx";
import { useWords } from "#app/components/words.tsx";
import { priorities } from "#app/desk/inbox/conversation-query.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { sayCode } from "#app/words/say.ts";

/** Which of the selection's menus is open. */
export type Menu = "assign" | "tag" | "snooze" | "more" | null;

export type ActionsGiven = {
  chosen: ListedConversation[];
  choices: Choices | null;
  me: string;
  zone: string | null;
  menu: Menu;
  setMenu: (menu: Menu) => void;
  onChange: (change: SentChange) => void;
};

/** What is done with those that are selected. It is fetched when something is selected first. */
export function ListActions(given: ActionsGiven) {
  const { chosen, choices, me, zone, menu, setMenu, onChange } = given;
  const say = useWords();
  const toggle = (which: Menu) => () => setMenu(menu === which ? null : which);
  const close = () => setMenu(null);
  const done = (change: SentChange) => {
    close();
    onChange(change);
  };
  const opener = (which: Menu, label: string) => (
    <Button size="slim" disclosure onClick={toggle(which)} ariaExpanded={menu === which}>
      {label}
    </Button>
  );
  return (
    <div className="inbox-actions">
      <AssignPopover
        open={menu === "assign"}
        activator={opener("assign", say("inbox.act.assign"))}
        {...{ choices, me, onClose: close, onChange: done }}
      />
      <TagPopover
        open={menu === "tag"}
        activator={opener("tag", say("inbox.act.tag"))}
        known={choices?.tags ?? []}
        {...{ chosen, onClose: close, onChange: done }}
      />
      <SnoozePopover
        open={menu === "snooze"}
        activator={opener("snooze", say("inbox.act.snooze"))}
        {...{ zone, onClose: close, onChange: done }}
      />
      <Button size="slim" onClick={() => done({ status: "closed" })}>
        {say("inbox.act.close")}
      </Button>
      <More {...given} onDone={done} />
    </div>
  );
}

function More({ menu, setMenu, onDone }: ActionsGiven & { onDone: (change: SentChange) => void }) {
  const say = useWords();
  return (
    <Popover
      active={menu === "more"}
      activator={
        <Button
          size="slim"
          icon={MenuHorizontalIcon}
          accessibilityLabel={say("inbox.act.more")}
          onClick={() => setMenu(menu === "more" ? null : "more")}
        />
      }
      onClose={() => setMenu(null)}
      autofocusTarget="first-node"
      preferredAlignment="right"
    >
      <ActionList
        actionRole="menuitem"
        items={[
          { content: say("inbox.act.open"), onAction: () => onDone({ status: "open" }) },
          { content: say("inbox.act.spam"), onAction: () => onDone({ status: "spam" }) },
          ...priorities.toReversed().map((priority) => ({
            content: say("inbox.act.priority", { priority: sayCode(say, "priority", priority) }),
            onAction: () => onDone({ priority }),
          })),
        ]}
      />
    </Popover>
  );
}

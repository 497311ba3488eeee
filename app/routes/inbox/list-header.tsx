import { ActionList, Button, Checkbox, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import { priorities } from "#app/desk/inbox/conversation-query.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { sayCode } from "#app/words/say.ts";
import { AssignPopover } from "#app/components/acting/assign-popover.tsx";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { SnoozePopover } from "#app/components/acting/snooze-popover.tsx";
import { TagPopover } from "#app/components/acting/tag-popover.tsx";

/** Which of the selection's menus is open. */
export type Menu = "assign" | "tag" | "snooze" | "more" | null;

type Given = {
  count: number;
  /** There is no other page. */
  isWhole: boolean;
  chosen: ListedConversation[];
  choices: Choices | null;
  me: string;
  zone: string | null;
  menu: Menu;
  setMenu: (menu: Menu) => void;
  /** How many new ones wait above. */
  news: number;
  onShowNews: () => void;
  onChooseAll: (all: boolean) => void;
  onChange: (change: SentChange) => void;
};

/** Above the rows: how many there are, and what can be done with those that are selected. It keeps its height, so that no row moves. */
export function ListHeader(given: Given) {
  const { count, isWhole, chosen, news, onShowNews, onChooseAll } = given;
  const say = useWords();
  const all = chosen.length > 0 && chosen.length === count;
  return (
    <div className="inbox-header">
      <div className="inbox-check">
        <Checkbox
          label={say("inbox.chooseAll")}
          labelHidden
          checked={all}
          onChange={() => onChooseAll(!all)}
        />
      </div>
      <span className="inbox-count">
        {chosen.length > 0
          ? say("inbox.chosen", { count: chosen.length })
          : say(isWhole ? "inbox.count" : "inbox.count.page", { count })}
      </span>
      {chosen.length > 0 ? <Actions {...given} /> : null}
      {news > 0 ? (
        <div className="inbox-news">
          <Button
            size="slim"
            variant="primary"
            accessibilityLabel={say("inbox.news.show", { count: news })}
            onClick={onShowNews}
          >
            {say("inbox.news", { count: news })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Actions(given: Given) {
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

function More({ menu, setMenu, onDone }: Given & { onDone: (change: SentChange) => void }) {
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

/** What is selected, by id, and only as long as it is shown. */
export function useChosen(shown: readonly ListedConversation[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = shown.filter(({ id }) => ids.has(id));
  return {
    chosen,
    isChosen: (id: string) => ids.has(id),
    choose: (some: readonly string[], is: boolean) =>
      setIds((before) => {
        const next = new Set(before);
        for (const id of some) {
          if (is) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    clear: () => setIds(new Set()),
  };
}

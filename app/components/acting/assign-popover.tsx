import { ActionList, Popover } from "@shopify/polaris";
import { SearchPane } from "./search-pane.tsx";
import { useState, type ReactElement } from "react";
import { withNames } from "#app/components/person-name.ts";
import { useWords } from "#app/components/words.tsx";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import type { SentChange } from "./sent-change.ts";

type Given = {
  open: boolean;
  activator: ReactElement;
  choices: Choices | null;
  me: string;
  onClose: () => void;
  onChange: (change: SentChange) => void;
};

/** More people than this are searched, and not read through. */
const FEW = 8;

/** Who takes what is selected: oneself first. */
export function AssignPopover({ open, activator, choices, me, onClose, onChange }: Given) {
  const say = useWords();
  const [sought, setSought] = useState("");
  const staff = withNames(say, choices?.staff ?? []).filter(({ id }) => id !== me);
  const found = staff.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const assign = (assigneeId: string | null) => () => {
    setSought("");
    onChange({ assigneeId });
  };
  return (
    <Popover
      active={open}
      activator={activator}
      onClose={onClose}
      autofocusTarget="first-node"
      preferredAlignment="left"
    >
      {staff.length > FEW ? (
        <SearchPane label={say("inbox.act.assign.search")} sought={sought} onSeek={setSought} />
      ) : null}
      <Popover.Pane>
        <ActionList
          actionRole="menuitem"
          items={[
            { content: say("inbox.act.assign.me"), onAction: assign(me) },
            ...found.map(({ id, name, away }) => ({
              content: name,
              ...(away ? { suffix: say("inbox.act.assign.away") } : {}),
              onAction: assign(id),
            })),
            { content: say("inbox.act.assign.nobody"), onAction: assign(null) },
          ]}
        />
      </Popover.Pane>
    </Popover>
  );
}

import { ActionList, Popover, TextField } from "@shopify/polaris";
import { useState, type ReactElement } from "react";
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
  const staff = (choices?.staff ?? []).filter(({ id }) => id !== me);
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
        <Popover.Pane fixed>
          <div className="attune-pane">
            <TextField
              label={say("inbox.act.assign.search")}
              labelHidden
              placeholder={say("inbox.act.assign.search")}
              value={sought}
              onChange={setSought}
              autoComplete="off"
            />
          </div>
        </Popover.Pane>
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

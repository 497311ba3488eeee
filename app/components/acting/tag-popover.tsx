import { BlockStack, Button, ChoiceList, Popover, TextField } from "@shopify/polaris";
import { useState, type ReactElement } from "react";
import { useWords } from "#app/components/words.tsx";
import type { SentChange } from "./sent-change.ts";

type Given = {
  open: boolean;
  activator: ReactElement;
  /** In use in the shop. */
  known: string[];
  chosen: readonly { tags: string[] }[];
  onClose: () => void;
  onChange: (change: SentChange) => void;
};

const LONGEST = 40;
const SHOWN = 12;

/** Tags of what is selected: those that all of it has are ticked, and a new name makes a new tag. */
export function TagPopover({ open, activator, known, chosen, onClose, onChange }: Given) {
  const say = useWords();
  const [typed, setTyped] = useState("");
  const onAll = (tag: string) => chosen.length > 0 && chosen.every(({ tags }) => tags.includes(tag));
  const own = [...new Set(chosen.flatMap(({ tags }) => tags))];
  const offered = [...new Set([...own, ...known])]
    .filter((tag) => tag.includes(typed.trim().toLowerCase()))
    .slice(0, SHOWN);
  const ticked = offered.filter(onAll);
  const add = () => {
    if (typed.trim() === "") return;
    onChange({ addTags: [typed] });
    setTyped("");
  };
  return (
    <Popover
      active={open}
      activator={activator}
      onClose={onClose}
      autofocusTarget="first-node"
      preferredAlignment="left"
    >
      <div className="attune-pane">
        <BlockStack gap="300">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextField
              label={say("inbox.act.tag.name")}
              helpText={say("inbox.act.tag.help")}
              value={typed}
              onChange={setTyped}
              maxLength={LONGEST}
              autoComplete="off"
              connectedRight={
                <Button submit disabled={typed.trim() === ""}>
                  {say("inbox.act.tag.add")}
                </Button>
              }
            />
          </form>
          {offered.length > 0 ? (
            <ChoiceList
              title={say("inbox.act.tag.used")}
              allowMultiple
              choices={offered.map((tag) => ({ label: tag, value: tag }))}
              selected={ticked}
              onChange={(next: string[]) =>
                onChange({
                  addTags: next.filter((tag) => !ticked.includes(tag)),
                  removeTags: ticked.filter((tag) => !next.includes(tag)),
                })
              }
            />
          ) : null}
        </BlockStack>
      </div>
    </Popover>
  );
}

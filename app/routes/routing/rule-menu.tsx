import { ActionList, Button, Popover } from "@shopify/polaris";
import { DeleteIcon, DuplicateIcon, MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

type Given = { rule: { id: string; name: string }; busy: boolean; onRemove: () => void };

/** What is done with a rule more seldom: another one like it, and taking it out. */
export function RuleMenu({ rule: { id, name }, busy, onRemove }: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Popover
        active={open}
        onClose={close}
        autofocusTarget="first-node"
        activator={
          <Button
            icon={MenuHorizontalIcon}
            variant="tertiary"
            disabled={busy}
            disclosure={false}
            onClick={() => setOpen(!open)}
            accessibilityLabel={say("triage.more.of", { name })}
          />
        }
      >
        <ActionList
          actionRole="menuitem"
          onActionAnyItem={close}
          items={[
            {
              content: say("triage.duplicate"),
              icon: DuplicateIcon,
              url: `/settings/routing/new?copy=${encodeURIComponent(id)}`,
            },
            {
              content: say("triage.remove"),
              icon: DeleteIcon,
              destructive: true,
              onAction: () => setAsking(true),
            },
          ]}
        />
      </Popover>
      <RemoveDialog name={name} open={asking} onHide={() => setAsking(false)} onRemove={onRemove} />
    </>
  );
}

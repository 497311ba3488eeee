import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Text } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Member } from "./members.tsx";

type Given = { member: Member | null; onClose: () => void; onRemove: (id: string) => void };

/** Asks before somebody is taken out of the team, and says what that does and what it does not. */
export function RemoveDialog({ member, onClose, onRemove }: Given) {
  const say = useWords();
  // While it closes it still says whom it asked about.
  const [asked, setAsked] = useState<Member | null>(null);
  if (member && member !== asked) setAsked(member);
  return (
    <Dialog open={member !== null} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <Text as="p">{say("team.remove.what", { name: asked?.name ?? "" })}</Text>
          <Text as="p" tone="subdued">
            {say("team.remove.access")}
          </Text>
        </BlockStack>
      </Box>
      <TitleBar title={say("team.remove.title", { name: asked?.name ?? "" })}>
        <button
          type="button"
          variant="primary"
          tone="critical"
          onClick={() => {
            if (asked) onRemove(asked.id);
          }}
        >
          {say("team.remove.do")}
        </button>
        <button type="button" onClick={onClose}>
          {say("action.cancel")}
        </button>
      </TitleBar>
    </Dialog>
  );
}

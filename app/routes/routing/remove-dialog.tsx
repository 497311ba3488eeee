import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { Dialog } from "#app/components/dialog.tsx";
import { useWords } from "#app/components/words.tsx";

type Given = { name: string; open: boolean; onHide: () => void; onRemove: () => void };

/** Asks whether a rule is really to go, and says what that means. */
export function RemoveDialog({ name, open, onHide, onRemove }: Given) {
  const say = useWords();
  return (
    <Dialog open={open} onHide={onHide}>
      <Box padding="400">
        <Text as="p">{say("triage.remove.what")}</Text>
      </Box>
      <TitleBar title={say("triage.remove.title", { name })}>
        <button
          type="button"
          variant="primary"
          tone="critical"
          onClick={() => {
            onHide();
            onRemove();
          }}
        >
          {say("action.remove")}
        </button>
        <button type="button" onClick={onHide}>
          {say("action.cancel")}
        </button>
      </TitleBar>
    </Dialog>
  );
}

import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { clientAction } from "./route.tsx";

/** Takes a rule out, once it was asked whether that is meant; then the list is shown again. */
export function RemoveRule({ id, name, onLeave }: { id: string; name: string; onLeave: () => void }) {
  const say = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<typeof clientAction>();
  const [asking, setAsking] = useState(false);
  const told = useRef<unknown>(null);
  const { data } = fetcher;
  useEffect(() => {
    if (!data || data === told.current) return;
    told.current = data;
    if (data.outcome !== "removed" && data.outcome !== "not_there") return;
    shopify.toast.show(say("triage.said.removed"));
    onLeave();
    void navigate("/settings/routing");
  });
  return (
    <BlockStack gap="300">
      <Unreached answered={data} />
      <InlineStack align="end">
        <Button
          tone="critical"
          variant="tertiary"
          onClick={() => setAsking(true)}
          disabled={fetcher.state !== "idle"}
        >
          {say("triage.remove")}
        </Button>
      </InlineStack>
      <Dialog open={asking} onHide={() => setAsking(false)}>
        <Box padding="400">
          <Text as="p">{say("triage.remove.what")}</Text>
        </Box>
        <TitleBar title={say("triage.remove.title", { name })}>
          <button
            type="button"
            variant="primary"
            tone="critical"
            onClick={() => {
              setAsking(false);
              fetcher.submit({ intent: "remove", id }, { method: "post", action: "/settings/routing" });
            }}
          >
            {say("action.remove")}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {say("action.cancel")}
          </button>
        </TitleBar>
      </Dialog>
    </BlockStack>
  );
}

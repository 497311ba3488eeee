import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
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
    navigate("/settings/routing");
  });
  const remove = () =>
    fetcher.submit({ intent: "remove", id }, { method: "post", action: "/settings/routing" });
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
      <RemoveDialog name={name} open={asking} onHide={() => setAsking(false)} onRemove={remove} />
    </BlockStack>
  );
}

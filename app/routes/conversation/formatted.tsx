import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useId, useState } from "react";
import type { clientLoader } from "./formatted-message.ts";
import { useWords } from "#app/components/words.tsx";

/** The mail as its writer laid it out, in a frame that can run nothing, load nothing and reach nothing. */
export function Formatted({ messageId }: { messageId: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const fetcher = useFetcher<typeof clientLoader>();
  const id = useId();
  const toggle = () => {
    if (!open && fetcher.data?.outcome !== "shown") fetcher.load(`/messages/${messageId}/formatted`);
    setOpen(!open);
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button
          variant="plain"
          onClick={toggle}
          ariaExpanded={open}
          ariaControls={id}
          loading={open && fetcher.state !== "idle" && !fetcher.data}
        >
          {say(open ? "conversation.formatted.hide" : "conversation.formatted.show")}
        </Button>
      </InlineStack>
      <div id={id} hidden={!open}>
        {open && fetcher.data?.outcome === "shown" ? (
          <iframe
            className="attune-formatted"
            title={say("conversation.formatted.frame")}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={fetcher.data.document}
          />
        ) : null}
        {open && fetcher.data?.outcome === "unreachable" ? (
          <Banner tone="warning">{say("conversation.formatted.failed")}</Banner>
        ) : null}
      </div>
    </BlockStack>
  );
}

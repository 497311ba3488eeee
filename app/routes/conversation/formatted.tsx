import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import { mailDocument } from "#app/conversation/mail-document.ts";
import type { clientLoader } from "./formatted-message.ts";
import type { SafeMail } from "./safe-document.server.ts";

/** The mail as its writer laid it out, in a frame that can run nothing and loads nothing that nobody asked for. */
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
        {open && fetcher.data?.outcome === "shown" ? <Mail mail={fetcher.data.mail} /> : null}
        {open && fetcher.data?.outcome === "unreachable" ? (
          <Banner tone="warning">{say("conversation.formatted.failed")}</Banner>
        ) : null}
      </div>
    </BlockStack>
  );
}

function Mail({ mail }: { mail: SafeMail }) {
  const say = useWords();
  const [images, setImages] = useState(false);
  const document = mailDocument({
    body: mail.body,
    images,
    words: {
      quoted: say("conversation.thread.showQuoted"),
      image: (alt) =>
        alt.trim() ? say("conversation.formatted.imageNamed", { alt }) : say("conversation.formatted.image"),
    },
  });
  return (
    <BlockStack gap="200">
      {mail.images > 0 || mail.trackers > 0 ? (
        <RemoteImages mail={mail} shown={images} onToggle={() => setImages(!images)} />
      ) : null}
      <iframe
        className="attune-formatted"
        title={say("conversation.formatted.frame")}
        // A tab that a link opens is its own; nothing else is allowed.
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={document}
      />
    </BlockStack>
  );
}

function RemoteImages({ mail, shown, onToggle }: { mail: SafeMail; shown: boolean; onToggle: () => void }) {
  const say = useWords();
  const { images, trackers } = mail;
  const said = [
    ...(images === 0
      ? []
      : [
          say(shown ? "conversation.formatted.shownImages" : "conversation.formatted.images", {
            count: images,
          }),
        ]),
    ...(trackers === 0 ? [] : [say("conversation.formatted.trackers", { count: trackers })]),
  ];
  return (
    <div className="attune-remote-images">
      <Text as="p" variant="bodySm" tone="subdued">
        {said.join(" ")}
      </Text>
      {images > 0 ? (
        <Button size="slim" onClick={onToggle}>
          {say(shown ? "conversation.formatted.hideImages" : "conversation.formatted.showImages")}
        </Button>
      ) : null}
    </div>
  );
}

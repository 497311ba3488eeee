import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { RefusedAddition } from "#app/care/review/queue-reply.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { CopiesField } from "./copies-field.tsx";
import { FilesField } from "./files-field.tsx";
import type { AdditionsHeld } from "./use-additions.ts";

type Given = {
  additions: AdditionsHeld;
  offered?: Mailbox[];
  /** Why it did not leave: something that was added. */
  refused: RefusedAddition | null;
  disabled: boolean;
};

/** Copies and files of what is being written. */
export function Additions({ additions, offered = [], refused, disabled }: Given) {
  const say = useWords();
  const { copies, setCopies, files, typed } = additions;
  return (
    <BlockStack gap="300">
      <CopiesField
        copies={copies}
        onChange={setCopies}
        typed={typed}
        offered={offered}
        refused={refused?.outcome === "copy_refused" ? refused : null}
        disabled={disabled}
      />
      <FilesField files={files} disabled={disabled} />
      {refused?.outcome === "files_refused" ? (
        <Banner tone="critical">{say(`outgoing.files.refused.${refused.why}`)}</Banner>
      ) : null}
    </BlockStack>
  );
}

/** After the connection broke: the same once more. A message never goes out twice. */
export function SendAgain({ onSend }: { onSend: () => void }) {
  const say = useWords();
  return (
    <InlineStack>
      <Button onClick={onSend}>{say("outgoing.sendAgain")}</Button>
    </InlineStack>
  );
}

import { BlockStack, Button, InlineStack, Spinner, Text } from "@shopify/polaris";
import { AttachmentIcon, XSmallIcon } from "@shopify/polaris-icons";
import { useRef } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { sizeLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { sayCode } from "#app/words/say.ts";
import { FilePreview } from "./file-preview.tsx";
import type { Files, PendingFile } from "./use-files.ts";

/** What the dialog of the system offers; the server looks at the bytes. */
const ACCEPTED = ".png,.jpg,.jpeg,.gif,.webp,.pdf,.txt,.csv";

/** Files that leave with what is being written. */
export function FilesField({ files, disabled }: { files: Files; disabled: boolean }) {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { kept, pending } = files;
  return (
    <BlockStack gap="200">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        data-testid="files"
        onChange={(event) => {
          files.add([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen once more.
          event.currentTarget.value = "";
        }}
      />
      <InlineStack gap="200" blockAlign="center">
        <Button
          icon={AttachmentIcon}
          variant="plain"
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          {say("outgoing.files.add")}
        </Button>
        <Text as="span" variant="bodySm" tone="subdued">
          {say("outgoing.files.help")}
        </Text>
      </InlineStack>
      {kept.length + pending.length > 0 ? (
        <ul className="attune-files" aria-label={say("outgoing.files.list")}>
          {kept.map((file) => (
            <li key={file.id} className="attune-file">
              <FilePreview file={file} />
              <span className="attune-file-name">
                <BidiText>{file.name}</BidiText>
                <Text as="span" variant="bodySm" tone="subdued">
                  {` ${sizeLabel(say, file.size)}`}
                </Text>
              </span>
              <Button
                icon={XSmallIcon}
                variant="tertiary"
                disabled={disabled}
                accessibilityLabel={say("outgoing.files.remove", { name: file.name })}
                onClick={() => files.remove(file.id)}
              />
            </li>
          ))}
          {pending.map((one) => (
            <Pending key={one.id} one={one} files={files} />
          ))}
        </ul>
      ) : null}
    </BlockStack>
  );
}

function Pending({ one, files }: { one: PendingFile; files: Files }) {
  const say = useWords();
  const { id, file, state, why = "" } = one;
  return (
    <li className="attune-file">
      {state === "uploading" ? (
        <Spinner size="small" accessibilityLabel={say("outgoing.files.uploading", { name: file.name })} />
      ) : null}
      <span className="attune-file-name">
        <BidiText>{file.name}</BidiText>
        {state === "uploading" ? null : (
          <Text as="span" variant="bodySm" tone="critical">
            {` ${state === "lost" ? say("outgoing.files.lost") : sayCode(say, "outgoing.files.why", why)}`}
          </Text>
        )}
      </span>
      {state === "lost" ? (
        <Button size="slim" onClick={() => files.again(id)}>
          {say("outgoing.files.again")}
        </Button>
      ) : null}
      {state === "uploading" ? null : (
        <Button
          icon={XSmallIcon}
          variant="tertiary"
          accessibilityLabel={say("outgoing.files.remove", { name: file.name })}
          onClick={() => files.drop(id)}
        />
      )}
    </li>
  );
}

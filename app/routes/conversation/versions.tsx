import { Badge, Banner, BlockStack, Button, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel, statusLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ShownVersion } from "#app/desk/show-versions.server.ts";
import { costLabel } from "./cost.ts";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { useWords, Words } from "#app/components/words.tsx";

type Given = { conversationId: string; version: number };
type Changes = NonNullable<ShownVersion["changes"]>;

/** The versions of the draft, each with what it changed. Nothing to open while there is one only. */
export function Versions({ conversationId, version }: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { data, failed, again } = useAnswer<{ versions: ShownVersion[] }>(
    open ? `/inbox/${conversationId}/versions` : null,
  );
  if (version < 2) return null;
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
          {open ? say("versions.hide") : say("versions.show", { count: version })}
        </Button>
      </InlineStack>
      <div id={id} hidden={!open} aria-busy={open && data === null && !failed}>
        {failed ? (
          <Banner tone="warning" action={{ content: say("action.tryAgain"), onAction: again }}>
            {say("versions.failed")}
          </Banner>
        ) : data ? (
          <BlockStack gap="400" as="ol">
            {data.versions.map((one) => (
              <VersionEntry key={one.id} version={one} />
            ))}
          </BlockStack>
        ) : open ? (
          <SkeletonBodyText lines={4} />
        ) : null}
      </div>
    </BlockStack>
  );
}

function VersionEntry({ version: one }: { version: ShownVersion }) {
  const say = useWords();
  return (
    <li style={{ listStyle: "none" }}>
      <BlockStack gap="150">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {say("versions.version", { version: one.version })}
          </Text>
          <Badge>{statusLabel(say, one.status)}</Badge>
          <Text as="span" variant="bodySm" tone="subdued">
            <Words
              of="versions.made"
              values={{ ago: <RelativeTime at={one.createdAt} />, cost: costLabel(say, one) }}
            />
          </Text>
        </InlineStack>
        {one.hint ? (
          <Text as="p" variant="bodySm">
            <BidiText>{say("versions.hint", { hint: one.hint })}</BidiText>
          </Text>
        ) : null}
        {one.changes ? (
          <ChangedText changes={one.changes} language={one.language} />
        ) : (
          <Text as="p" variant="bodySm" tone="subdued">
            {say("versions.first", { language: languageLabel(say, one.language) })}
          </Text>
        )}
        {one.edit ? (
          <>
            <Text as="p" variant="bodySm" fontWeight="semibold">
              {say("versions.editedBy", { name: one.edit.by })}
            </Text>
            <ChangedText changes={one.edit.changes} language={one.language} />
          </>
        ) : null}
      </BlockStack>
    </li>
  );
}

/** Told by line and by name, not by colour alone: what came is underlined, what went is struck out. */
function ChangedText({ changes, language }: { changes: Changes; language: string }) {
  const say = useWords();
  if (changes.every(({ change }) => change === "same"))
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {say("versions.same")}
      </Text>
    );
  return (
    <p className="attune-changes" lang={language} dir="auto">
      {changes.map(({ text, change }, at) => {
        if (change === "same") return <span key={at}>{text}</span>;
        const Tag = change === "added" ? "ins" : "del";
        return (
          <Tag key={at}>
            <Text as="span" visuallyHidden>
              {` ${say(`versions.${change}`)} `}
            </Text>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}

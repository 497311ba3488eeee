import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import { isLong } from "./long-message.ts";
import { LinkedText } from "./linked-text.tsx";

/** What a message says: a long one to the height of a few paragraphs, and the rest of it when asked for. */
export function MessageText({ text, folded }: { text: string; folded: boolean }) {
  return isLong(text) ? <LongMessage text={text} folded={folded} /> : <LinkedText>{text}</LinkedText>;
}

function LongMessage({ text, folded }: { text: string; folded: boolean }) {
  const say = useWords();
  const id = useId();
  const [open, setOpen] = useState(!folded);
  const box = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const hidden = useRef(0);
  useLayoutEffect(() => {
    // What was looked for stays where it is seen: the page goes on where the fold had.
    if (open && hidden.current > 0) window.scrollBy(0, hidden.current);
    hidden.current = 0;
  }, [open]);
  const toggle = () => {
    setOpen(!open);
    // What was pressed goes up with what it folds.
    if (open) requestAnimationFrame(() => foot.current?.scrollIntoView({ block: "nearest" }));
  };
  // A browser that looks for a word, or goes to a link by key, moves what is folded: it is wanted then.
  const unfold = () => {
    hidden.current = box.current?.scrollTop ?? 0;
    if (hidden.current > 0) setOpen(true);
  };
  return (
    <BlockStack gap="200">
      <div
        id={id}
        ref={box}
        className={open ? undefined : "attune-long"}
        onScroll={open ? undefined : unfold}
      >
        <LinkedText>{text}</LinkedText>
      </div>
      <div ref={foot}>
        <InlineStack>
          <Button variant="plain" onClick={toggle} ariaExpanded={open} ariaControls={id}>
            {say(open ? "conversation.thread.showLess" : "conversation.thread.showWhole")}
          </Button>
        </InlineStack>
      </div>
    </BlockStack>
  );
}

import { Button, InlineStack } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "#app/components/words.tsx";
import type { WordKey } from "#app/words/say.ts";

type Given = {
  /** Each with a key of its own. */
  items: ReactNode[];
  /** How many stand there before somebody asks for all. */
  most: number;
  /** Words for `count` of them, all told. */
  all: WordKey;
  ordered?: boolean;
};

/** A list of which the first few are enough, mostly. One more than that is shown rather than folded. */
export function Folded({ items, most, all, ordered = false }: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const folds = items.length > most + 1;
  const List = ordered ? "ol" : "ul";
  return (
    <>
      <List id={id} className="attune-rows">
        {folds && !open ? items.slice(0, most) : items}
      </List>
      {folds ? (
        <InlineStack>
          <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
            {open ? say("order.showLess") : say(all, { count: items.length })}
          </Button>
        </InlineStack>
      ) : null}
    </>
  );
}

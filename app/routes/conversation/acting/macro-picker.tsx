import { useAppBridge } from "@shopify/app-bridge-react";
import { ActionList, Box, Button, InlineStack, Popover, Spinner, Text } from "@shopify/polaris";
import { SearchPane } from "#app/components/acting/search-pane.tsx";
import { useState } from "react";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { useWords } from "#app/components/words.tsx";

/** A macro as this conversation's records fill it. `gaps`: what no record says, which stands in the text as `{{…}}`. */
export type OfferedMacro = {
  id: string;
  name: string;
  text: string;
  gaps: string[];
  tags: string[];
  closes: boolean;
};

type Given = { conversationId: string; disabled: boolean; onInsert: (macro: OfferedMacro) => void };

/** More than these are searched, and not read through. */
const FEW = 7;
const EXCERPT = 90;

/** Puts what the team says again and again into the reply. The macros are filled in once somebody looks for one. */
export function MacroPicker({ conversationId, disabled, onInsert }: Given) {
  const say = useWords();
  const shopify = useAppBridge();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const { data, failed } = useAnswer<{ macros: OfferedMacro[] }>(
    asked ? `/inbox/${conversationId}/macros` : null,
  );
  const [sought, setSought] = useState("");
  const macros = data?.macros ?? [];
  const wanted = sought.trim().toLowerCase();
  const found = macros.filter(({ name, text }) => `${name}\n${text}`.toLowerCase().includes(wanted));
  const insert = (macro: OfferedMacro) => {
    setOpen(false);
    setSought("");
    onInsert(macro);
    shopify.toast.show(say("acting.macro.inserted"));
  };
  return (
    <InlineStack>
      <Popover
        active={open}
        activator={
          <Button
            variant="plain"
            disclosure
            disabled={disabled}
            ariaExpanded={open}
            onClick={() => {
              setAsked(true);
              setOpen(!open);
            }}
          >
            {say("acting.macro")}
          </Button>
        }
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        preferredAlignment="left"
      >
        {macros.length > FEW ? (
          <SearchPane label={say("acting.macro.search")} sought={sought} onSeek={setSought} />
        ) : null}
        <Popover.Pane>
          {found.length === 0 ? (
            <Box padding="300">
              {data || failed ? (
                <Text as="p">{say(macros.length > 0 ? "acting.macro.none" : "acting.macro.empty")}</Text>
              ) : (
                <Spinner size="small" accessibilityLabel={say("acting.macro.looking")} />
              )}
            </Box>
          ) : (
            <ActionList
              actionRole="menuitem"
              items={found.map((macro) => ({
                content: macro.name,
                helpText: `${macro.text.replaceAll(/\s+/gu, " ").slice(0, EXCERPT)}${macro.closes ? ` · ${say("acting.macro.closes")}` : ""}`,
                onAction: () => insert(macro),
              }))}
            />
          )}
        </Popover.Pane>
      </Popover>
    </InlineStack>
  );
}

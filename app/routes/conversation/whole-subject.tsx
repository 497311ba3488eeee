import { BlockStack, Box, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { isCut } from "#app/components/short-subject.ts";
import { useWords } from "#app/components/words.tsx";

/** What the title leaves out of a long subject, when asked for. */
export function WholeSubject({ subject }: { subject: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!isCut(subject)) return null;
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <BlockStack gap="200">
        <InlineStack>
          <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
            {say(open ? "conversation.subject.hide" : "conversation.subject.show")}
          </Button>
        </InlineStack>
        <Collapsible open={open} id={id}>
          <Text as="p">
            <BidiText>{subject}</BidiText>
          </Text>
        </Collapsible>
      </BlockStack>
    </Box>
  );
}

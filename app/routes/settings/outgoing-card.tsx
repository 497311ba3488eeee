import { useFetcher } from "@remix-run/react";
import { Box, Button, Card, InlineStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { clientAction } from "./route.tsx";

/** Those that people choose among; the API sets any number between. */
const CHOICES = [0, 3, 5, 8, 10, 15, 20, 30, 60];

/** How long a reply that was approved on a screen can be taken back. */
export function OutgoingCard({ undoSeconds }: { undoSeconds: number }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [chosen, setChosen] = useState<string | null>(null);
  const saved = String(undoSeconds);
  const all = CHOICES.includes(undoSeconds) ? CHOICES : [...CHOICES, undoSeconds].toSorted((a, b) => a - b);
  return (
    <Card>
      <Unreached answered={fetcher.data} />
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="save-undo" />
        <InlineStack gap="200" blockAlign="end">
          <Box width="12rem">
            <Select
              label={say("outgoing.settings.undo")}
              name="undoSeconds"
              options={all.map((seconds) => ({
                value: String(seconds),
                label: say("outgoing.settings.seconds", { seconds }),
              }))}
              value={chosen ?? saved}
              onChange={setChosen}
            />
          </Box>
          <Button submit disabled={chosen === null || chosen === saved} loading={fetcher.state !== "idle"}>
            {say("action.save")}
          </Button>
        </InlineStack>
      </fetcher.Form>
    </Card>
  );
}

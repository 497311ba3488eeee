import { useFetcher } from "@remix-run/react";
import { ActionList, Box, BlockStack, Button, Popover, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useNow } from "#app/components/relative-time.tsx";
import { dayIn } from "#app/components/zoned-time.ts";
import { useWords } from "#app/components/words.tsx";
import type { clientAction } from "./route.tsx";
import { useIssueToast } from "./use-issue-toast.ts";

/** In days. */
const CHOICES = [1, 3, 7] as const;

const DAY_MS = 86_400_000;

/** The choice that led here is gone: who works by keyboard goes on in the field. */
const focusField = (place: HTMLElement | null) => place?.querySelector("input")?.focus();

/** Puts a problem off: it comes back on that morning, or sooner when something new happens to its order. */
export function Snooze({ zone }: { zone: string | null }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>({ key: "snooze" });
  useIssueToast(fetcher.data);
  const now = useNow();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const [day, setDay] = useState("");
  const close = () => {
    setOpen(false);
    setAsking(false);
  };
  const snooze = (until: string) => {
    close();
    fetcher.submit({ intent: "snooze", until }, { method: "post" });
  };
  const dayFrom = (days: number) => dayIn(zone, (now ?? 0) + days * DAY_MS);
  return (
    <Popover
      active={open}
      onClose={close}
      autofocusTarget="first-node"
      preferredAlignment="right"
      activator={
        <Button
          disclosure
          onClick={() => setOpen(!open)}
          disabled={now === null}
          loading={fetcher.state !== "idle"}
        >
          {say("issue.snooze")}
        </Button>
      }
    >
      {asking ? (
        <section aria-label={say("issue.snooze.label")} ref={focusField}>
          <Box padding="400">
            <BlockStack gap="300">
              <TextField
                label={say("issue.snooze.until")}
                type="date"
                min={dayFrom(1)}
                value={day}
                onChange={setDay}
                autoComplete="off"
              />
              <Button onClick={() => snooze(day)} disabled={day < dayFrom(1)}>
                {say("issue.snooze.submit")}
              </Button>
            </BlockStack>
          </Box>
        </section>
      ) : (
        <ActionList
          actionRole="menuitem"
          items={[
            ...CHOICES.map((days) => ({
              content: say(`issue.snooze.days.${days}`),
              onAction: () => snooze(dayFrom(days)),
            })),
            { content: say("issue.snooze.choose"), onAction: () => setAsking(true) },
          ]}
        />
      )}
    </Popover>
  );
}

import { useFetcher } from "@remix-run/react";
import { ActionList, Box, BlockStack, Button, Popover, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useNow } from "#app/components/relative-time.tsx";
import { dayIn } from "#app/components/zoned-time.ts";
import type { clientAction } from "./route.tsx";
import { useIssueToast } from "./use-issue-toast.ts";

const CHOICES = [
  { days: 1, content: "Until tomorrow" },
  { days: 3, content: "For 3 days" },
  { days: 7, content: "For a week" },
] as const;

const DAY_MS = 86_400_000;

/** The choice that led here is gone: who works by keyboard goes on in the field. */
const focusField = (place: HTMLElement | null) => place?.querySelector("input")?.focus();

/** Puts a problem off: it comes back on that morning, or sooner when something new happens to its order. */
export function Snooze({ zone }: { zone: string | null }) {
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
          Snooze
        </Button>
      }
    >
      {asking ? (
        <section aria-label="Snooze until a day" ref={focusField}>
          <Box padding="400">
            <BlockStack gap="300">
              <TextField
                label="Until the morning of"
                type="date"
                min={dayFrom(1)}
                value={day}
                onChange={setDay}
                autoComplete="off"
              />
              <Button onClick={() => snooze(day)} disabled={day < dayFrom(1)}>
                Snooze until then
              </Button>
            </BlockStack>
          </Box>
        </section>
      ) : (
        <ActionList
          actionRole="menuitem"
          items={[
            ...CHOICES.map(({ days, content }) => ({ content, onAction: () => snooze(dayFrom(days)) })),
            { content: "Until a day …", onAction: () => setAsking(true) },
          ]}
        />
      )}
    </Popover>
  );
}

import { TitleBar } from "@shopify/app-bridge-react";
import { Box } from "@shopify/polaris";
import { Dialog } from "#app/components/dialog.tsx";
import { useWords } from "#app/components/words.tsx";
import type { WordKey } from "#app/words/say.ts";

type Row = { keys: readonly string[]; between: "or" | "then"; does: WordKey };

const ROWS: readonly Row[] = [
  { keys: ["J"], between: "or", does: "inbox.keys.next" },
  { keys: ["K"], between: "or", does: "inbox.keys.previous" },
  { keys: ["Enter", "O"], between: "or", does: "inbox.keys.open" },
  { keys: ["X"], between: "or", does: "inbox.keys.select" },
  { keys: ["E"], between: "or", does: "inbox.keys.close" },
  { keys: ["A"], between: "or", does: "inbox.keys.assign" },
  { keys: ["/"], between: "or", does: "inbox.keys.search" },
  { keys: ["G", "I"], between: "then", does: "inbox.keys.inbox" },
  { keys: ["G", "H"], between: "then", does: "inbox.keys.home" },
  { keys: ["?"], between: "or", does: "inbox.keys.help" },
];

/** The keys that do something in the inbox. */
export function KeysDialog({ open, onHide }: { open: boolean; onHide: () => void }) {
  const say = useWords();
  return (
    <Dialog open={open} onHide={onHide}>
      <TitleBar title={say("inbox.keys.title")} />
      <Box padding="400">
        <dl className="inbox-keys">
          {ROWS.map(({ keys, between, does }) => (
            <div key={does}>
              <dt>{say(does)}</dt>
              <dd>
                {keys.map((key, at) => (
                  <span key={key}>
                    {at > 0 ? ` ${say(`inbox.keys.${between}`)} ` : null}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Box>
    </Dialog>
  );
}

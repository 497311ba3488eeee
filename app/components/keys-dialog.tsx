import { TitleBar } from "@shopify/app-bridge-react";
import { Box } from "@shopify/polaris";
import { Dialog } from "./dialog.tsx";
import { useWords } from "./words.tsx";
import type { WordKey } from "#app/words/say.ts";

/** Keys, alone or one after the other, and what they do. */
export type KeyRow = { keys: readonly string[]; between: "or" | "then"; does: WordKey };

type Given = { rows: readonly KeyRow[]; open: boolean; onHide: () => void };

/** The keys that do something on a screen. */
export function KeysDialog({ rows, open, onHide }: Given) {
  const say = useWords();
  return (
    <Dialog open={open} onHide={onHide}>
      <TitleBar title={say("inbox.keys.title")} />
      <Box padding="400">
        <dl className="attune-keys">
          {rows.map(({ keys, between, does }) => (
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

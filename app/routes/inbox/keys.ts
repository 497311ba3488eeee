import type { KeyRow } from "#app/components/keys-dialog.tsx";

/** The keys that do something in the inbox. */
export const INBOX_KEYS: readonly KeyRow[] = [
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

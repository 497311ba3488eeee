import type { KeyRow } from "#app/components/keys-dialog.tsx";

/** The keys that do something on a conversation. */
export const CONVERSATION_KEYS: readonly KeyRow[] = [
  { keys: ["J"], between: "or", does: "acting.keys.next" },
  { keys: ["K"], between: "or", does: "acting.keys.previous" },
  { keys: ["R"], between: "or", does: "acting.keys.reply" },
  { keys: ["N"], between: "or", does: "acting.keys.note" },
  { keys: ["A"], between: "or", does: "inbox.keys.assign" },
  { keys: ["E"], between: "or", does: "inbox.keys.close" },
  { keys: ["Z"], between: "or", does: "acting.keys.undo" },
  { keys: ["/"], between: "or", does: "acting.keys.search" },
  { keys: ["U"], between: "or", does: "acting.keys.inbox" },
  { keys: ["G", "H"], between: "then", does: "inbox.keys.home" },
  { keys: ["?"], between: "or", does: "inbox.keys.help" },
];

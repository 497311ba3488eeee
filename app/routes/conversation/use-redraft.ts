import { useFetcher } from "@remix-run/react";
import type { clientAction } from "./route.tsx";

/** Asks for a new draft of the answer to a message. All who ask for one share what came of it. */
export function useRedraft(messageId: string | null) {
  const fetcher = useFetcher<typeof clientAction>({ key: `redraft:${messageId}` });
  return {
    redraft: (hint: string) =>
      fetcher.submit({ intent: "redraft", messageId: messageId ?? "", hint }, { method: "post" }),
    busy: fetcher.state !== "idle",
    answered: fetcher.data,
  };
}

import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Edited } from "./outreach-draft.tsx";
import type { clientAction } from "./route.tsx";
import { useIssueToast } from "./use-issue-toast.ts";

/** Takes an approved message back. What a person had made of it stands in the editor again. */
export function useTakeBack(issueId: string, setEdited: (edited: Edited) => void) {
  const fetcher = useFetcher<typeof clientAction>({ key: `take-back:${issueId}` });
  const { data } = fetcher;
  const seen = useRef<unknown>(data);
  useIssueToast(data);
  useEffect(() => {
    if (!data || data === seen.current) return;
    seen.current = data;
    if (data.outcome === "taken_back" && data.edited !== null)
      setEdited({ draftId: data.draftId, text: data.edited });
  }, [data, setEdited]);
  return {
    answered: fetcher.state === "idle" ? data : undefined,
    working: fetcher.state !== "idle",
    takeBack: () => fetcher.submit({ intent: "take_back" }, { method: "post" }),
  };
}

import { useCallback, useEffect, useState } from "react";
import { ask } from "#app/components/outgoing/post-json.ts";
import type { DomainChecked } from "#app/shop/mail-check/check-domain.server.ts";
import type { MailRecord } from "#app/shop/mail-check/mail-records.ts";

/** `trouble`: why nothing was found the last time. What was found before stays while it is looked up anew. */
export type Records = {
  records: MailRecord[] | null;
  isLooking: boolean;
  trouble: "unreachable" | "too_many" | null;
  again: () => void;
};

/** What a domain says of mail from it: asked once, and when somebody wants to know again, not with each look at the page. */
export function useRecords(domain: string): Records {
  const [round, setRound] = useState(0);
  const [seen, setSeen] = useState<{ round: number; trouble: Records["trouble"] } | null>(null);
  const [records, setRecords] = useState<MailRecord[] | null>(null);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const gone = new AbortController();
    const address = `/settings/mail/records?domain=${encodeURIComponent(domain)}`;
    void ask<Exclude<DomainChecked, { outcome: "not_found" }>>(address, { signal: gone.signal }).then(
      (found) => {
        if (gone.signal.aborted) return;
        if (found.outcome === "checked") setRecords(found.records);
        setSeen({ round, trouble: found.outcome === "checked" ? null : found.outcome });
      },
    );
    return () => gone.abort();
  }, [domain, round]);
  const isLooking = seen?.round !== round;
  return { records, isLooking, trouble: isLooking ? null : seen.trouble, again };
}

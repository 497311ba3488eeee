import { useEffect, useState } from "react";
import type { RecentAlert } from "#app/desk/recent-alerts.server.ts";

const EVERY_MS = 1_500;
/** A test that has not arrived by then is looked at again when the page is. */
const ROUNDS = 20;

type Testing = { state: "idle" | "sending" | "lost"; recent: RecentAlert[]; send: () => void };

/** Sends a test and watches it until it arrived, or did not. */
export function useTestAlert(loaded: RecentAlert[]): Testing {
  const [state, setState] = useState<Testing["state"]>("idle");
  const [shown, setShown] = useState<RecentAlert[] | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (state !== "sending") return;
    const timer = setTimeout(
      () =>
        void ask("GET").then((recent) => {
          if (recent) setShown(recent);
          if (isTold(recent) || round >= ROUNDS) setState("idle");
          else setRound(round + 1);
        }),
      EVERY_MS,
    );
    return () => clearTimeout(timer);
  }, [state, round]);
  const send = () => {
    setState("sending");
    setRound(0);
    void ask("POST").then((recent) => {
      if (recent) setShown(recent);
      else setState("lost");
    });
  };
  return { state, recent: shown ?? loaded, send };
}

/** What was put off is tried again for minutes: nobody waits for that. */
function isTold(recent: RecentAlert[] | null): boolean {
  const sends = recent?.[0]?.sends ?? [];
  const isOpen = ({ status, response }: RecentAlert["sends"][number]) =>
    status === "sending" || (status === "queued" && response === null);
  return sends.length > 0 && !sends.some(isOpen);
}

async function ask(method: "GET" | "POST"): Promise<RecentAlert[] | null> {
  try {
    const answer = await fetch("/settings/service-levels/alerts", { method });
    if (!answer.ok) return null;
    const { alerts }: { alerts: RecentAlert[] } = await answer.json();
    return alerts;
  } catch {
    return null;
  }
}

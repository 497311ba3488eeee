import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { focusFirstError } from "./focus-first-error.ts";

type Answered = { outcome: string };
type Given<A> = {
  /** What would be sent now, as text: a refusal is of what was sent, and only as long as that is still so. */
  content: string;
  /** Told once of each answer but a refusal. */
  onAnswer: (answer: A) => void;
  /** What takes the focus where something is refused and no field is marked. */
  otherwise?: string;
};

type Refused<A extends Answered> = Extract<A, { outcome: "refused" }>;
const isRefused = <A extends Answered>(answer: A | undefined): answer is Refused<A> =>
  answer?.outcome === "refused";

/** Sends a form to the page's own address, once at a time, and says what came of it. */
export function useSent<A extends Answered>({ content, onAnswer, otherwise = "" }: Given<A>) {
  const fetcher = useFetcher<A>();
  const state = fetcher.state;
  const data = fetcher.data as A | undefined;
  const [sent, setSent] = useState("");
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !data || data === told.current) return;
    told.current = data;
    if (data.outcome === "refused") focusFirstError(otherwise);
    else onAnswer(data);
  });
  return {
    busy: state !== "idle",
    answered: data,
    refused: sent === content && isRefused(data) ? data : null,
    send: (form: Record<string, string>) => {
      if (state !== "idle") return;
      setSent(content);
      fetcher.submit(form, { method: "post" });
    },
  };
}

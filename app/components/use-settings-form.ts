import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Fault } from "#app/lib/fault.ts";
import { faultLabels } from "./fault-words.ts";
import { focusFirstError } from "./focus-first-error.ts";
import type { Bar } from "./form-save-bar.tsx";
import { useWords } from "./words.tsx";

type Answered = { outcome: string; errors?: Record<string, Fault> };
type Given<Fields> = {
  saved: Fields;
  /** The id of its save bar. */
  bar: string;
  /** The fields as they are posted to the page's own address. */
  posted: (fields: Fields) => Record<string, string>;
};

/** The form of a page of settings: what was changed, what is wrong with it, and how it is saved or left. */
export function useSettingsForm<Fields extends object>({ saved, bar, posted }: Given<Fields>) {
  const say = useWords();
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const fields = { ...saved, ...edits };
  const fetcher = useFetcher<Answered>();
  const { data, state } = fetcher;
  const [taken, setTaken] = useState<unknown>(undefined);
  // Once saved, the form shows what was saved: the server may have trimmed it.
  if (state === "idle" && data !== taken) {
    setTaken(data);
    if (data?.outcome === "saved") setEdits({});
  }
  const shopify = useAppBridge();
  const dirty = JSON.stringify(fields) !== JSON.stringify(saved);
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (dirty) void shopify.saveBar.show(bar);
    else void shopify.saveBar.hide(bar);
  }, [bar, dirty, shopify]);
  useEffect(() => {
    if (!data || data === told.current) return;
    told.current = data;
    if (data.outcome === "saved") shopify.toast.show(say("settings.saved"));
    if (data.outcome === "refused") focusFirstError();
  }, [data, say, shopify]);
  const busy = state !== "idle";
  const save = () => {
    if (!busy) fetcher.submit(posted(fields), { method: "post" });
  };
  return {
    fields,
    errors: dirty && data?.outcome === "refused" ? faultLabels(say, data) : {},
    change: (change: Partial<Fields>) => setEdits((before) => ({ ...before, ...change })),
    bar: { save, busy, discard: () => setEdits({}) } satisfies Bar,
    answered: data,
  };
}

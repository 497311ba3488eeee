import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { WordKey } from "#app/words/say.ts";
import { useWords } from "./words.tsx";

/** Says once what became of a click, when it became what was wanted: the words for its outcome, where there are some. */
export function useOutcomeToast(
  answered: { outcome: string } | undefined,
  words: Readonly<Record<string, WordKey>>,
) {
  const shopify = useAppBridge();
  const say = useWords();
  const seen = useRef<unknown>(answered);
  useEffect(() => {
    if (!answered || answered === seen.current) return;
    seen.current = answered;
    const key = words[answered.outcome];
    if (key) shopify.toast.show(say(key));
  }, [answered, say, shopify, words]);
}

import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";

/** Says once what became of a click, when it became what was wanted: the words for its outcome, where there are some. */
export function useOutcomeToast(
  answered: { outcome: string } | undefined,
  words: Readonly<Record<string, string>>,
) {
  const shopify = useAppBridge();
  const seen = useRef<unknown>(answered);
  useEffect(() => {
    if (!answered || answered === seen.current) return;
    seen.current = answered;
    const said = words[answered.outcome];
    if (said) shopify.toast.show(said);
  }, [answered, shopify, words]);
}

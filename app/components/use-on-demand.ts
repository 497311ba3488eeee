import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "./words.tsx";

/**
 * A part of a screen that is not seen at first: its code is fetched when it is wanted first, and until then there is null. That it
 * did not come is said, and `onLost` hears of it; it is asked for again when it is wanted again, or anything else is (`wanted`). A
 * browser may keep the failure until the page is reloaded.
 */
export function useOnDemand<Part>(
  wanted: string | number | null,
  fetchPart: () => Promise<Part>,
  onLost?: () => void,
): Part | null {
  const shopify = useAppBridge();
  const say = useWords();
  const [part, setPart] = useState<{ is: Part } | null>(null);
  const isHere = part !== null;
  const fetching = useRef<() => Promise<Part>>(fetchPart);
  const lost = useRef<(() => void) | null>(null);
  useEffect(() => {
    fetching.current = fetchPart;
    lost.current = () => {
      shopify.toast.show(say("onDemand.lost"), { isError: true });
      onLost?.();
    };
  });
  useEffect(() => {
    if (!wanted || isHere) return undefined;
    let isWanted = true;
    void fetching.current().then(
      (is) => {
        if (isWanted) setPart({ is });
      },
      () => {
        if (isWanted) lost.current?.();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, isHere]);
  return part?.is ?? null;
}

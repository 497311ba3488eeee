import { SkeletonBodyText, SkeletonDisplayText } from "@shopify/polaris";
import { useEffect, useState } from "react";

const ROWS = 8;
/** A list that is there sooner needs no stand-in: two changes are more than one. */
const PATIENCE_MS = 300;

/** Whether something has been so for longer than `patienceMs`. */
export function useLong(underWay: boolean, patienceMs = PATIENCE_MS): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [patienceMs, underWay]);
  return long && underWay;
}

/** Where the rows will stand. */
export function ListSkeleton() {
  return (
    <div className="inbox-skeleton" aria-hidden="true">
      {Array.from({ length: ROWS }, (_, at) => (
        <div className="inbox-row" key={at}>
          <div className="inbox-who">
            <SkeletonDisplayText size="small" />
          </div>
          <div className="inbox-what">
            <SkeletonBodyText lines={2} />
          </div>
        </div>
      ))}
    </div>
  );
}

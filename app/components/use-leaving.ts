import { useAppBridge } from "@shopify/app-bridge-react";
import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";

/** Shopify's question before what is not saved is left. `leavesRef`: it is meant, and nothing is asked. */
export function useLeaving(dirty: boolean, leavesRef: { current: boolean }) {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !leavesRef.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return undefined;
    let isAsked = true;
    // Settled only where it is fine to leave.
    void shopify.saveBar.leaveConfirmation().then(() => {
      if (isAsked) blocker.proceed();
    });
    return () => {
      isAsked = false;
    };
  }, [blocker, shopify]);
}

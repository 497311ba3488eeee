import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";

/** Of the storefront's contact form: Shopify says whether a theme has it on. Null until it did; `unknown`: it did not. */
export type Embed = "on" | "off" | "unknown" | null;

/** The extension's handle (extensions/attune-contact). */
const HANDLE = "attune-contact";

/** Asked of the admin itself: it needs no access to the shop's themes. */
export function useEmbed(): Embed {
  const shopify = useAppBridge();
  const [embed, setEmbed] = useState<Embed>(null);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const found = await read(shopify).catch(() => "unknown" as const);
      if (!gone) setEmbed(found);
    };
    void ask();
    // Back from the theme editor, in another tab.
    const look = () => void (document.visibilityState === "visible" && ask());
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", look);
    };
  }, [shopify]);
  return embed;
}

async function read(shopify: ReturnType<typeof useAppBridge>): Promise<"on" | "off" | "unknown"> {
  const extensions = await shopify.app.extensions();
  const ours = extensions.find(({ handle }) => handle === HANDLE);
  if (!ours) return "unknown";
  const isOn = ours.activations.some((one) => "status" in one && one.status === "active");
  return isOn ? "on" : "off";
}

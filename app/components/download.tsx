import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";

type Given = {
  address: string;
  name: string;
  label: string;
  /** What stands on the button, where that is not the label. */
  shown?: string;
};

/** Saves a file. Fetched, and not linked: App Bridge proves who asks on a fetch, and nothing does on a link. */
export function Download({ address, name, label, shown = label }: Given) {
  const say = useWords();
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      saveAs(await answer.blob(), name);
    } catch {
      shopify.toast.show(say("download.failed"), { isError: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="slim"
      loading={busy}
      onClick={() => void save()}
      accessibilityLabel={say("download.of", { name: label })}
    >
      {shown}
    </Button>
  );
}

function saveAs(content: Blob, name: string) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Button } from "@shopify/polaris";
import { useState } from "react";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Attachment = ConversationDetail["messages"][number]["attachments"][number];

/** What came with a message: to be saved, never opened in the admin. What was not kept says why. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="attune-list">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          {attachment.withheld ? (
            <Badge tone="warning">{`${labelOf(attachment)}: ${attachment.withheld}`}</Badge>
          ) : (
            <Download attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Fetched, and not linked: App Bridge proves who asks on a fetch, and nothing does on a link. */
function Download({ attachment }: { attachment: Attachment }) {
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await fetch(`/attachments/${attachment.id}`);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      saveAs(await answer.blob(), attachment.name || "attachment");
    } catch {
      shopify.toast.show("Could not download. Check your connection and try again.", { isError: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="slim"
      loading={busy}
      onClick={() => void save()}
      accessibilityLabel={`Download ${labelOf(attachment)}`}
    >
      {labelOf(attachment)}
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

const labelOf = ({ name, size }: Attachment) => `${name || "Attachment"} (${sizeLabel(size)})`;

function sizeLabel(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

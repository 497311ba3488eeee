import { Badge } from "@shopify/polaris";
import { Download } from "#app/components/download.tsx";
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
            <Download
              address={`/attachments/${attachment.id}`}
              name={attachment.name || "attachment"}
              label={labelOf(attachment)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const labelOf = ({ name, size }: Attachment) => `${name || "Attachment"} (${sizeLabel(size)})`;

function sizeLabel(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

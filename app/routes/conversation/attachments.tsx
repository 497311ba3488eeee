import { Badge } from "@shopify/polaris";
import { keptWords } from "#app/components/kept-words.ts";
import { sizeLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { Say } from "#app/words/say.ts";
import { Download } from "#app/components/download.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Attachment = ConversationDetail["messages"][number]["attachments"][number];

/** What came with a message: to be saved, never opened in the admin. What was not kept says why. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const say = useWords();
  if (attachments.length === 0) return null;
  return (
    <ul className="attune-list">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          {attachment.withheld ? (
            <Badge tone="warning">
              {say("conversation.attachment.withheld", {
                attachment: labelOf(say, attachment),
                why: keptWords(say, "withheld", attachment.withheld),
              })}
            </Badge>
          ) : (
            <Download
              address={`/attachments/${attachment.id}`}
              name={attachment.name || "attachment"}
              label={labelOf(say, attachment)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const labelOf = (say: Say, { name, size }: Attachment) =>
  say("conversation.attachment", {
    name: name || say("conversation.attachment.unnamed"),
    size: sizeLabel(say, size),
  });

import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Button, Icon, InlineStack, Spinner, Text } from "@shopify/polaris";
import { FileIcon, ImageIcon } from "@shopify/polaris-icons";
import { useRef, useState, type ReactNode } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { Download } from "#app/components/download.tsx";
import { keptWords } from "#app/components/kept-words.ts";
import { asSentence, isolated, sizeLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { minutes } from "#app/lib/duration.ts";
import type { Say } from "#app/words/say.ts";
import { fileKind, openedAs, showsAtOnce } from "./file-kind.ts";
import { readFile, useFile, useSeen } from "./use-file.ts";

type Attachment = ConversationDetail["messages"][number]["attachments"][number];

/** What came with a message. Pictures are looked at here and PDFs in a tab of their own; what was not kept says why. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const say = useWords();
  if (attachments.length === 0) return null;
  return (
    <ul className="attune-attached" aria-label={say("conversation.attachments.title")}>
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          {attachment.withheld ? <Withheld file={attachment} /> : <Kept file={attachment} />}
        </li>
      ))}
    </ul>
  );
}

/** Without what turns the direction of writing: `\u202egpj.exe` would read as a picture. */
const nameOf = (say: Say, { name }: Attachment) =>
  name.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "") ||
  say("conversation.attachment.unnamed");

function Withheld({ file }: { file: Attachment }) {
  const say = useWords();
  const why = asSentence(keptWords(say, "withheld", file.withheld ?? ""));
  return (
    <>
      <Sign file={file} />
      <About file={file} note={say("conversation.attachment.notKept", { why })} />
    </>
  );
}

function Kept({ file }: { file: Attachment }) {
  const say = useWords();
  const kind = fileKind(file);
  return (
    <>
      {kind === "picture" ? <Picture file={file} /> : <Sign file={file} />}
      <About file={file}>
        {kind === "pdf" ? <OpenPdf file={file} /> : null}
        <Download
          address={`/attachments/${file.id}`}
          name={file.name || "attachment"}
          label={nameOf(say, file)}
          shown={say("conversation.attachment.download")}
        />
      </About>
    </>
  );
}

type Described = { file: Attachment; note?: string; children?: ReactNode };

function About({ file, note, children }: Described) {
  const say = useWords();
  return (
    <div className="attune-file-words">
      <Text as="p" variant="bodySm" fontWeight="medium">
        <BidiText>{nameOf(say, file)}</BidiText>
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {sizeLabel(say, file.size)}
      </Text>
      {note ? (
        <Text as="p" variant="bodySm" tone="caution">
          {note}
        </Text>
      ) : null}
      {children ? <InlineStack gap="100">{children}</InlineStack> : null}
    </div>
  );
}

/** As large as a picture would be, so that nothing moves. */
function Sign({ file }: { file: Attachment }) {
  return (
    <div className="attune-file-sign" aria-hidden>
      <Icon source={fileKind(file) === "picture" ? ImageIcon : FileIcon} tone="subdued" />
    </div>
  );
}

/** The small picture is fetched once it comes into view; the same bytes are the large one. */
function Picture({ file }: { file: Attachment }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const seen = useSeen(button);
  const content = useFile({ id: file.id, type: openedAs(file) }, open || (seen && showsAtOnce(file)));
  const name = isolated(nameOf(say, file));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="attune-file-sign"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={say("conversation.attachment.look", { name })}
      >
        {content.address ? <img src={content.address} alt="" /> : <Icon source={ImageIcon} tone="subdued" />}
      </button>
      <Dialog open={open} onHide={close} variant="large">
        <TitleBar title={nameOf(say, file)}>
          <button type="button" onClick={close}>
            {say("action.close")}
          </button>
        </TitleBar>
        <div className="attune-file-large">
          <Large address={content.address} failed={content.state === "failed"} name={name} />
        </div>
      </Dialog>
    </>
  );
}

function Large({ address, failed, name }: { address: string | null; failed: boolean; name: string }) {
  const say = useWords();
  if (failed) return <Text as="p">{say("conversation.attachment.unread")}</Text>;
  if (!address) return <Spinner size="small" accessibilityLabel={say("conversation.attachment.reading")} />;
  return <img src={address} alt={say("conversation.attachment.picture", { name })} />;
}

/** In a tab of its own, where the browser's reader of PDFs shows it. */
function OpenPdf({ file }: { file: Attachment }) {
  const say = useWords();
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const show = async () => {
    setBusy(true);
    const address = await readFile({ id: file.id, type: openedAs(file) });
    setBusy(false);
    if (!address) return shopify.toast.show(say("download.failed"), { isError: true });
    window.open(address, "_blank", "noopener");
    setTimeout(() => URL.revokeObjectURL(address), minutes(1));
  };
  return (
    <Button
      size="slim"
      loading={busy}
      onClick={() => void show()}
      accessibilityLabel={say("conversation.attachment.openIt", { name: isolated(nameOf(say, file)) })}
    >
      {say("conversation.attachment.open")}
    </Button>
  );
}

import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, FormLayout, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { useWords } from "#app/components/words.tsx";
import type { Aside } from "#app/care/review/side/write-aside.server.ts";
import type { Tellable } from "#app/desk/show-tellable.server.ts";
import type { ShownAside } from "#app/desk/outgoing-shapes.ts";
import { listed } from "#app/components/labels.ts";
import { sayCode } from "#app/words/say.ts";
import { AsideFacts } from "./outgoing-aside-facts.tsx";

type Given = {
  conversationId: string;
  /** The side conversation that is gone on with; null: a new one. */
  aside: ShownAside | null;
  onDone: () => void;
};
type Said = Aside | { outcome: "unreachable" };

/** Writes to a third party: of the shopper it tells what is ticked, and nothing else leaves. */
export function AsideForm({ conversationId, aside, onDone }: Given) {
  const say = useWords();
  const address = `/inbox/${conversationId}/aside`;
  const { data: tellable } = useAnswer<Tellable>(address);
  const [to, setTo] = useState({ name: "", address: "" });
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const { send, busy, said } = useAside(address, onDone);
  const fieldError = (field: "to" | "subject" | "text") =>
    said?.outcome === "refused" && said.field === field
      ? sayCode(say, `outgoing.aside.why`, `${said.field}_${said.why}`)
      : undefined;
  const tell = (id: string, line: string) => {
    const has = told.has(id);
    setTold(new Set(has ? [...told].filter((one) => one !== id) : [...told, id]));
    setText((now) => (has ? without(now, line) : [now.trimEnd(), line].filter(Boolean).join("\n")));
  };
  return (
    <FormLayout>
      {aside ? null : (
        <BlockStack gap="400">
          <TextField
            label={say("outgoing.aside.to")}
            type="email"
            value={to.address}
            onChange={(value) => setTo({ ...to, address: value })}
            focused
            autoComplete="off"
            disabled={busy}
            error={fieldError("to")}
          />
          <TextField
            label={say("outgoing.aside.name")}
            value={to.name}
            onChange={(name) => setTo({ ...to, name })}
            autoComplete="off"
            disabled={busy}
          />
          <TextField
            label={say("outgoing.aside.subject")}
            value={subject}
            onChange={setSubject}
            autoComplete="off"
            disabled={busy}
            error={fieldError("subject")}
          />
        </BlockStack>
      )}
      {tellable ? <AsideFacts tellable={tellable} told={told} onTell={tell} disabled={busy} /> : null}
      <TextField
        label={say("outgoing.aside.text")}
        value={text}
        onChange={setText}
        multiline={6}
        focused={aside !== null || undefined}
        autoComplete="off"
        disabled={busy}
        error={fieldError("text")}
      />
      {said ? <Trouble said={said} /> : null}
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={busy}
          disabled={text.trim() === ""}
          onClick={() => send({ sideId: aside?.id ?? null, to, subject, text, told: [...told] })}
        >
          {say(said?.outcome === "unreachable" ? "outgoing.sendAgain" : "outgoing.aside.send")}
        </Button>
        <Button onClick={onDone} disabled={busy}>
          {say("outgoing.cancel")}
        </Button>
      </InlineStack>
    </FormLayout>
  );
}

/** A line that was put in goes with its tick, where it stands there unchanged. */
const without = (text: string, line: string): string =>
  text.split(`${line}\n`).join("").replace(line, "").trimEnd();

type Asked = {
  sideId: string | null;
  to: { name: string; address: string };
  subject: string;
  text: string;
  told: string[];
};

/** Sent once, however often it is clicked or tried again: what is asked has one id until it is known to be there. */
function useAside(address: string, onDone: () => void) {
  const say = useWords();
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [askId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const send = async (asked: Asked) => {
    setBusy(true);
    const answer = await postJson<Aside>(address, { act: "write", askId, ...asked });
    setBusy(false);
    setSaid(answer);
    if (answer.outcome !== "approved" && answer.outcome !== "already_sent") return;
    shopify.toast.show(say("outgoing.aside.sent"));
    onDone();
    revalidate();
  };
  return { send: (asked: Asked) => void send(asked), busy, said };
}

function Trouble({ said }: { said: Said }) {
  const say = useWords();
  switch (said.outcome) {
    case "unreachable":
      return <Banner tone="critical">{say("outgoing.unreachable")}</Banner>;
    case "untold":
      return (
        <Banner tone="critical" title={say("outgoing.aside.untold.title")}>
          {say("outgoing.aside.untold", {
            what: listed(say, [...new Set(said.facts.map(({ kind }) => say(`outgoing.fact.${kind}`)))]),
          })}
        </Banner>
      );
    case "files_refused":
    case "not_found":
      return <Banner tone="critical">{say("outgoing.aside.gone")}</Banner>;
    case "approved":
    case "already_sent":
    case "refused":
      return null;
  }
}

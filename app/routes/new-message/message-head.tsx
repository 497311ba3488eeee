import { BlockStack, Card, Select, TextField } from "@shopify/polaris";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { Begun } from "#app/care/draft/message/begin-message.server.ts";
import type { FoundRecipients, Recipient, RecipientOrder } from "#app/desk/find-recipients.server.ts";
import { knownLanguage } from "./first-of.ts";
import type { KeptMessage } from "./kept-message.ts";
import { RecipientField } from "./recipient-field.tsx";
import { whyRefused } from "./why-refused.ts";

type Given = {
  written: KeptMessage;
  onChange: (to: Partial<KeptMessage>) => void;
  refused: Extract<Begun, { outcome: "refused" }> | null;
  languages: readonly string[];
  /** It was tried to send it without a subject. */
  noSubject: boolean;
  disabled: boolean;
};

/** To whom it goes, about which order, in which language, and its subject. */
export function MessageHead({ written, onChange, refused, languages, noSubject, disabled }: Given) {
  const say = useWords();
  const { to, order, language, subject } = written;
  const choose = (recipient: Recipient, about: RecipientOrder | null) =>
    onChange({
      to: { name: recipient.name, address: recipient.address },
      order: about ? { id: about.id, name: about.name } : null,
      ...(about?.locale ? { language: knownLanguage(languages, about.locale, language) } : {}),
    });
  return (
    <Card>
      <BlockStack gap="400">
        <RecipientField
          to={to}
          wrong={refused?.field === "to" ? whyRefused(refused) : null}
          disabled={disabled}
          onChoose={choose}
          onClear={() => onChange({ to: null, order: null })}
        />
        {to ? (
          <OrderField
            address={to.address}
            order={order}
            wrong={refused?.field === "orderId" ? say(whyRefused(refused)) : undefined}
            onChange={(about) => onChange({ order: about })}
          />
        ) : null}
        <Select
          label={say("outgoing.new.language")}
          options={languages.map((code) => ({ value: code, label: languageLabel(say, code) }))}
          value={language}
          onChange={(code) => onChange({ language: code })}
          disabled={disabled}
        />
        <TextField
          label={say("outgoing.new.subject")}
          value={subject}
          onChange={(value) => onChange({ subject: value })}
          autoComplete="off"
          maxLength={300}
          disabled={disabled}
          error={noSubject && subject.trim() === "" ? say("outgoing.new.subjectMissing") : undefined}
        />
      </BlockStack>
    </Card>
  );
}

type OrderGiven = {
  address: string;
  order: KeptMessage["order"];
  wrong: string | undefined;
  onChange: (order: KeptMessage["order"]) => void;
};

/** Which of the recipient's orders it is about. */
function OrderField({ address, order, wrong, onChange }: OrderGiven) {
  const say = useWords();
  const { data } = useAnswer<FoundRecipients>(`/inbox/new/find?q=${encodeURIComponent(address)}`);
  const known = data?.orders ?? [];
  const all = order && !known.some(({ id }) => id === order.id) ? [order, ...known] : known;
  if (all.length === 0) return null;
  return (
    <Select
      label={say("outgoing.new.about")}
      options={[
        { value: "", label: say("outgoing.new.aboutNone") },
        ...all.map(({ id, name }) => ({ value: id, label: name || id })),
      ]}
      value={order?.id ?? ""}
      onChange={(id) => {
        const chosen = all.find((one) => one.id === id);
        onChange(chosen ? { id: chosen.id, name: chosen.name } : null);
      }}
      error={wrong}
    />
  );
}

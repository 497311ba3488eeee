import { BlockStack, Card, Checkbox, InlineStack, Select, Spinner, Text } from "@shopify/polaris";
import { againstLabel } from "#app/components/outreach-words.ts";
import {
  KIND_GROUPS,
  issueKindLabel,
  kindGroupLabel,
  looksForLabel,
  severityLabel,
} from "#app/components/issue-labels.ts";
import { withinSentence } from "#app/components/labels.ts";
import type { KindPreview } from "#app/care/decide/preview-of.ts";
import { severitySchema, type IssueKind } from "#app/care/detect/issue.ts";
import type { Say } from "#app/words/say.ts";
import { toldBySchema, type KindSettings } from "#app/shop/outreach-settings.ts";
import type { Fields } from "./fields.ts";
import type { LivePreview } from "./use-preview.ts";
import { useWords } from "#app/components/words.tsx";

type Given = {
  fields: Pick<Fields, "on" | "kinds">;
  live: LivePreview;
  onChange: (kinds: Fields["kinds"]) => void;
};

/** Each kind of problem: whether the shop writes of it, from which severity on, who else tells, and what that comes to. */
export function KindsCard({ fields, live, onChange }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            What you write about
          </Text>
          <Text as="p" tone="subdued">
            All of these are found and listed, whatever is chosen here. A message is drafted where you say so,
            and leaves when somebody of your team approves it.
          </Text>
          <div aria-live="polite" aria-busy={live.state === "counting"}>
            <InlineStack align="start" gap="200" blockAlign="center">
              <Text as="p" fontWeight="semibold">
                {inAll(live)}
              </Text>
              {live.state === "counting" ? <Spinner size="small" accessibilityLabel="Counting" /> : null}
            </InlineStack>
            <Text as="p" tone="subdued">
              {notWritten(say, live)}
            </Text>
          </div>
        </BlockStack>
        {KIND_GROUPS.map(({ group, kinds }) => (
          <BlockStack gap="300" key={group}>
            <Text as="h3" variant="headingSm">
              {kindGroupLabel(say, group)}
            </Text>
            <ul className="attune-kinds">
              {kinds.map((kind) => (
                <KindRow
                  key={kind}
                  kind={kind}
                  settings={fields.kinds[kind]}
                  counts={live.preview?.kinds.find((one) => one.kind === kind) ?? null}
                  onChange={(settings) => onChange({ ...fields.kinds, [kind]: settings })}
                />
              ))}
            </ul>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function inAll({ state, preview }: LivePreview): string {
  if (state === "lost") return "Not counted: no connection. It is counted when the connection is back.";
  if (state === "wrong") return "Not counted: one of the values below is not valid.";
  if (!preview) return "Counting what this would have come to last month …";
  const { found, written, cut } = preview;
  if (found === 0) return "No problem was found last month, so there is nothing to count yet.";
  const problems = `${found.toLocaleString("en")}${cut ? "+" : ""}`;
  return `Last month this would have found ${problems} and written ${written.toLocaleString("en")}.`;
}

/** The reasons most of them were not written for: the first one against each. */
function notWritten(say: Say, { preview }: LivePreview): string {
  const because = new Map<string, number>();
  for (const kind of preview?.kinds ?? [])
    for (const [rule, count = 0] of Object.entries(kind.because))
      because.set(rule, (because.get(rule) ?? 0) + count);
  const most = [...because].toSorted(([, one], [, other]) => other - one).slice(0, REASONS);
  if (most.length === 0) return "";
  return `Not written: ${most.map(([rule, count]) => `${count.toLocaleString("en")} (${againstLabel(say, rule)})`).join(", ")}.`;
}

const REASONS = 4;

type Row = {
  kind: IssueKind;
  settings: KindSettings;
  counts: KindPreview | null;
  onChange: (settings: KindSettings) => void;
};

const fromOptions = (say: Say) =>
  severitySchema.options.map(({ value }) => ({
    value: String(value),
    label: value === 1 ? "All of them" : `From ${withinSentence(say, severityLabel(say, value))} on`,
  }));

const TOLD_BY = [
  { value: "attune", label: "Attune tells" },
  { value: "shopify", label: "Shopify tells" },
  { value: "other", label: "Another tool tells" },
];

function KindRow({ kind, settings, counts, onChange }: Row) {
  const say = useWords();
  const name = issueKindLabel(say, kind);
  return (
    <li>
      <Checkbox
        label={name}
        helpText={looksForLabel(say, kind)}
        checked={settings.on}
        onChange={(on) => onChange({ ...settings, on })}
      />
      <Select
        label={`${name}: which ones to write about`}
        labelHidden
        options={fromOptions(say)}
        value={String(settings.from)}
        onChange={(from) => onChange({ ...settings, from: Number(from) })}
        disabled={!settings.on}
      />
      <Select
        label={`${name}: who tells the shopper`}
        labelHidden
        options={TOLD_BY}
        value={settings.toldBy}
        onChange={(by) => onChange({ ...settings, toldBy: toldBySchema.parse(by) })}
        disabled={!settings.on}
      />
      <span className="attune-kind-counts">
        <Text as="span" tone="subdued">
          {counts ? inWords(counts) : ""}
        </Text>
      </span>
    </li>
  );
}

const inWords = ({ found, written }: KindPreview) =>
  found === 0
    ? "None last month"
    : `Found ${found.toLocaleString("en")}, written ${written.toLocaleString("en")}`;

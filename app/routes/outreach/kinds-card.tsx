import { BlockStack, Card, Checkbox, InlineStack, Select, Spinner, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
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
import { countInAll, notWritten } from "./count-words.ts";
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
            {say("outreach.kinds")}
          </Text>
          <Text as="p" tone="subdued">
            {say("outreach.kinds.intro")}
          </Text>
          <div aria-live="polite" aria-busy={live.state === "counting"}>
            <InlineStack align="start" gap="200" blockAlign="center">
              <Text as="p" fontWeight="semibold">
                {countInAll(say, live)}
              </Text>
              {live.state === "counting" ? (
                <Spinner size="small" accessibilityLabel={say("outreach.count.spinner")} />
              ) : null}
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
                  counts={countsOf(live, kind)}
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

/** None while a field holds no valid value: what was counted is of other settings. */
const countsOf = ({ state, preview }: LivePreview, kind: IssueKind) =>
  state === "wrong" ? null : (preview?.kinds.find((one) => one.kind === kind) ?? null);

type Row = {
  kind: IssueKind;
  settings: KindSettings;
  counts: KindPreview | null;
  onChange: (settings: KindSettings) => void;
};

const fromOptions = (say: Say) =>
  severitySchema.options.map(({ value }) => ({
    value: String(value),
    label:
      value === 1
        ? say("outreach.from.all")
        : say("outreach.from.severity", { severity: withinSentence(say, severityLabel(say, value)) }),
  }));

const toldByOptions = (say: Say) =>
  toldBySchema.options.map((value) => ({ value, label: say(`outreach.toldBy.${value}`) }));

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
      <Named as={say("outreach.from.short")}>
        <Select
          label={say("outreach.from.label", { kind: name })}
          labelHidden
          options={fromOptions(say)}
          value={String(settings.from)}
          onChange={(from) => onChange({ ...settings, from: Number(from) })}
          disabled={!settings.on}
        />
      </Named>
      <Named as={say("outreach.toldBy.short")}>
        <Select
          label={say("outreach.toldBy.label", { kind: name })}
          labelHidden
          options={toldByOptions(say)}
          value={settings.toldBy}
          onChange={(by) => onChange({ ...settings, toldBy: toldBySchema.parse(by) })}
          disabled={!settings.on}
        />
      </Named>
      <span className="attune-kind-counts">
        <Text as="span" tone="subdued">
          {counts ? inWords(say, counts) : ""}
        </Text>
      </span>
    </li>
  );
}

/** The name of a choice where it stands apart from the others like it; who hears the page is told all of it by the choice itself. */
function Named({ as: name, children }: { as: string; children: ReactNode }) {
  return (
    <div>
      <div className="attune-kind-name" aria-hidden>
        <Text as="span" variant="bodySm" tone="subdued">
          {name}
        </Text>
      </div>
      {children}
    </div>
  );
}

const inWords = (say: Say, { found, written }: KindPreview) =>
  found === 0 ? say("outreach.count.noneOfKind") : say("outreach.count.kind", { found, written });

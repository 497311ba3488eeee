import { Badge, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon } from "@shopify/polaris-icons";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useWords } from "#app/components/words.tsx";
import type { ListedRule } from "#app/desk/list-rules.server.ts";
import { RuleMenu } from "./rule-menu.tsx";
import { actionsLabel, conditionsLabel, type Names } from "./rule-words.ts";

type Given = {
  rule: ListedRule;
  names: Names;
  place: number;
  count: number;
  busy: boolean;
  onMove: (by: -1 | 1) => void;
  onSwitch: (on: boolean) => void;
  onRemove: () => void;
};

/** One rule: its place, what it looks for and does, how often it did, and what can be done with it here. */
export function RuleRow(given: Given) {
  const say = useWords();
  const { rule, names, place } = given;
  const { id, name, enabled, stop, conditions, actions, applied, misnamed } = rule;
  return (
    <li className="attune-rule">
      <span className="attune-rule-place">
        <Text as="span" tone="subdued">
          {place}
        </Text>
      </span>
      <div className="attune-rule-words">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingSm">
              <Link url={`/settings/routing/${id}`} removeUnderline>
                <BidiText>{name}</BidiText>
              </Link>
            </Text>
            {enabled ? null : <Badge>{say("triage.badge.off")}</Badge>}
            {stop ? <Badge tone="info">{say("triage.badge.stop")}</Badge> : null}
            {misnamed.length > 0 ? <Badge tone="warning">{say("triage.badge.gone")}</Badge> : null}
          </InlineStack>
          <Text as="p" tone={enabled ? undefined : "subdued"}>
            <BidiText>{conditionsLabel(say, conditions)}</BidiText>
          </Text>
          <Text as="p" tone={enabled ? undefined : "subdued"}>
            <BidiText>{actionsLabel(say, actions, names)}</BidiText>
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            {say("triage.applied", { count: applied })}
          </Text>
        </BlockStack>
      </div>
      <Buttons {...given} />
    </li>
  );
}

function Buttons({ rule, place, count, busy, onMove, onSwitch, onRemove }: Given) {
  const say = useWords();
  const { name, enabled } = rule;
  return (
    <div className="attune-rule-buttons">
      <InlineStack gap="100" blockAlign="center" wrap={false}>
        <Button
          size="slim"
          disabled={busy}
          onClick={() => onSwitch(!enabled)}
          accessibilityLabel={say(enabled ? "triage.switch.off.of" : "triage.switch.on.of", { name })}
        >
          {say(enabled ? "triage.switch.off" : "triage.switch.on")}
        </Button>
        <span data-move="-1">
          <Button
            icon={ArrowUpIcon}
            variant="tertiary"
            disabled={place === 1}
            onClick={() => onMove(-1)}
            accessibilityLabel={say("triage.move.up", { name })}
          />
        </span>
        <span data-move="1">
          <Button
            icon={ArrowDownIcon}
            variant="tertiary"
            disabled={place === count}
            onClick={() => onMove(1)}
            accessibilityLabel={say("triage.move.down", { name })}
          />
        </span>
        <RuleMenu rule={rule} busy={busy} onRemove={onRemove} />
      </InlineStack>
    </div>
  );
}

import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { BarFilling } from "#app/components/bar-filling.tsx";
import type { OutcomeRow } from "#app/care/learn/hold-out-results.server.ts";
import { useWords } from "#app/components/words.tsx";
import { followsLabel, shareLabel } from "./results-words.ts";

type Counts = OutcomeRow["written"];

/**
 * The shares of both arms as bars from nothing to the largest of them, or a tenth. Drawn only for the eye: the table below it says the same to
 * everybody. Told apart by pattern and by name, not by colour alone.
 */
export function ArmsChart({ rows }: { rows: OutcomeRow[] }) {
  const say = useWords();
  const largest = Math.max(...rows.flatMap(({ written, heldOut }) => [shareOf(written), shareOf(heldOut)]));
  if (largest === 0) return null;
  const most = Math.max(largest, LEAST_SCALE);
  return (
    <div aria-hidden>
      <BlockStack gap="400">
        <InlineStack align="start" gap="400">
          <Key arm="written" />
          <Key arm="heldOut" />
        </InlineStack>
        {rows.map(({ outcome, written, heldOut }) => (
          <BlockStack gap="100" key={outcome}>
            <Text as="p" variant="bodySm">
              {followsLabel(say, outcome)}
            </Text>
            <Bar arm="written" counts={written} most={most} />
            <Bar arm="heldOut" counts={heldOut} most={most} />
          </BlockStack>
        ))}
      </BlockStack>
    </div>
  );
}

/** One in forty does not fill a bar. */
const LEAST_SCALE = 0.1;

const shareOf = ({ n, k }: Counts) => (n === 0 ? 0 : k / n);

type Arm = "written" | "heldOut";
const HEIGHT = 12;

function Key({ arm }: { arm: Arm }) {
  const say = useWords();
  return (
    <InlineStack align="start" gap="200" blockAlign="center">
      <svg width="20" height={HEIGHT}>
        <BarFilling plain={arm === "written"} width="20" height={HEIGHT} />
      </svg>
      <Text as="span" variant="bodySm">
        {say(`results.arm.${arm}`)}
      </Text>
    </InlineStack>
  );
}

function Bar({ arm, counts, most }: { arm: Arm; counts: Counts; most: number }) {
  const say = useWords();
  return (
    <div className="attune-bar">
      <svg width="100%" height={HEIGHT}>
        <rect className="attune-bar-ground" width="100%" height={HEIGHT} rx="3" />
        <BarFilling plain={arm === "written"} width={`${(100 * shareOf(counts)) / most}%`} height={HEIGHT} />
      </svg>
      <Text as="span" variant="bodySm">
        {shareLabel(say, counts) || "–"}
      </Text>
    </div>
  );
}

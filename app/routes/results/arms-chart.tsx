import { useId } from "react";
import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { FOLLOWS, shareLabel, type Count, type ShownComparison } from "./results-shape.ts";

/**
 * The shares of both arms as bars from nothing to the largest of them. Drawn only for the eye: the table below it says the same to
 * everybody. Told apart by pattern and by name, not by colour alone.
 */
export function ArmsChart({ comparisons }: { comparisons: ShownComparison[] }) {
  const most = Math.max(
    ...comparisons.flatMap(({ written, heldOut }) => [shareOf(written), shareOf(heldOut)]),
  );
  if (most === 0) return null;
  return (
    <div aria-hidden>
      <BlockStack gap="400">
        <InlineStack align="start" gap="400">
          <Key name="Written to" arm="written" />
          <Key name="Held back" arm="heldOut" />
        </InlineStack>
        {comparisons.map(({ follows, written, heldOut }) => (
          <BlockStack gap="100" key={follows}>
            <Text as="p" variant="bodySm">
              {FOLLOWS[follows].label}
            </Text>
            <Bar arm="written" count={written} most={most} />
            <Bar arm="heldOut" count={heldOut} most={most} />
          </BlockStack>
        ))}
      </BlockStack>
    </div>
  );
}

const shareOf = ({ part, whole }: Count) => (whole === 0 ? 0 : part / whole);

type Arm = "written" | "heldOut";

function Key({ name, arm }: { name: string; arm: Arm }) {
  return (
    <InlineStack align="start" gap="200" blockAlign="center">
      <svg width="20" height="12">
        <Filling arm={arm} width="20" height="12" />
      </svg>
      <Text as="span" variant="bodySm">
        {name}
      </Text>
    </InlineStack>
  );
}

function Bar({ arm, count, most }: { arm: Arm; count: Count; most: number }) {
  return (
    <div className="attune-bar">
      <svg width="100%" height="12">
        <rect className="attune-bar-ground" width="100%" height="12" rx="3" />
        <Filling arm={arm} width={`${(100 * shareOf(count)) / most}%`} height="12" />
      </svg>
      <Text as="span" variant="bodySm">
        {shareLabel(count) || "–"}
      </Text>
    </div>
  );
}

function Filling({ arm, width, height }: { arm: Arm; width: string; height: string }) {
  const hatching = useId();
  if (arm === "written") return <rect className="attune-bar-written" width={width} height={height} rx="3" />;
  return (
    <>
      <defs>
        <pattern
          id={hatching}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="attune-bar-held" width="3" height="6" />
        </pattern>
      </defs>
      <rect className="attune-bar-edge" fill={`url(#${hatching})`} width={width} height={height} rx="3" />
    </>
  );
}

import { BlockStack, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { directionLabel, emotionLabel, intensityLabel, withinSentence } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { Say } from "#app/words/say.ts";
import { moodLines, moodMarks, moodWithoutTrouble } from "./mood-chart.ts";

type Trajectory = NonNullable<ConversationDetail["reading"]>["trajectory"];
type Point = Trajectory["points"][number];
type Given = { trajectory: Trajectory; current: string; zone: string | null };

/** How the conversation went, message by message, as each was read: drawn, and in words for who asks for them. */
export function Mood({ trajectory, current, zone, atRisk }: Given & { atRisk: boolean }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const said = directionWords(say, trajectory);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say("conversation.mood.title")}
      </Text>
      {/* Who threatens in calm words is not "easing". */}
      {atRisk || said === null ? null : <Text as="p">{said}</Text>}
      <MoodChart trajectory={trajectory} current={current} zone={zone} />
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
          {say(open ? "conversation.mood.hideTable" : "conversation.mood.showTable")}
        </Button>
      </InlineStack>
      <Collapsible open={open} id={id}>
        <MoodTable trajectory={trajectory} current={current} zone={zone} />
      </Collapsible>
    </BlockStack>
  );
}

/** Where trouble is going; where there is none, the line says more than "steady" does. */
function directionWords(say: Say, { direction, points }: Trajectory): string | null {
  const without = direction === "steady" ? moodWithoutTrouble(points) : direction;
  if (without === "brighter") return say("conversation.mood.brighter");
  return without && directionLabel(say, without);
}

/** The height of each half, and what is left at the sides for the marks; in the drawing's own units. */
const HALF = 28;
const SIDE = 6;
const WIDE = 240;

function MoodChart({ trajectory: { points }, current, zone }: Given) {
  const say = useWords();
  const marks = moodMarks(points);
  const x = (at: number) => SIDE + at * (WIDE - 2 * SIDE);
  const y = (height: number) => HALF + SIDE - height * HALF;
  const spoken = points.map((point) => moodOf(say, point)).join(" → ");
  return (
    <figure className="attune-mood">
      <svg
        viewBox={`0 0 ${WIDE} ${2 * (HALF + SIDE)}`}
        role="img"
        aria-label={say("conversation.mood.chart", { count: points.length, moods: spoken })}
      >
        <line className="attune-mood-middle" x1={0} x2={WIDE} y1={y(0)} y2={y(0)} />
        {moodLines(marks).map((line) => (
          <polyline
            key={line[0]?.at}
            className="attune-mood-line"
            points={line.map(({ at, height }) => `${x(at)},${y(height)}`).join(" ")}
          />
        ))}
        {points.map((point, nth) => {
          const { at, height } = marks[nth] ?? { at: 0, height: null };
          return (
            <circle
              key={point.messageId}
              className={markOf(point, height)}
              cx={x(at)}
              cy={y(height ?? 0)}
              r={point.messageId === current ? 5 : 4}
            >
              <title>{`${moodOf(say, point)}, ${zonedTime(say, point.at, zone)}`}</title>
            </circle>
          );
        })}
      </svg>
      <figcaption>
        <span>{say("conversation.mood.first")}</span>
        <span>{say("conversation.mood.newest")}</span>
        <span className="attune-mood-key">{say("conversation.mood.key")}</span>
      </figcaption>
    </figure>
  );
}

/** Told apart by where it stands and by its filling as well as by its colour. */
function markOf({ unsure }: Point, height: number | null): string {
  if (unsure || height === null) return "attune-mood-unsure";
  if (height === 0) return "attune-mood-calm";
  return height < 0 ? "attune-mood-low" : "attune-mood-high";
}

function MoodTable({ trajectory: { points }, current, zone }: Given) {
  const say = useWords();
  return (
    <table className="attune-table">
      <thead>
        <tr>
          <th scope="col">{say("conversation.mood.when")}</th>
          <th scope="col">{say("conversation.mood.felt.heading")}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.messageId} aria-current={point.messageId === current ? "true" : undefined}>
            <td>
              <time dateTime={point.at}>{zonedTime(say, point.at, zone)}</time>
            </td>
            <td>
              <Text as="span" fontWeight={point.messageId === current ? "medium" : "regular"}>
                {moodOf(say, point)}
              </Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function moodOf(say: Say, { label, intensity, unsure, corrected }: Point): string {
  const name = emotionLabel(say, label);
  if (unsure) return say("conversation.mood.unsure", { emotion: name });
  if (corrected) return say("conversation.mood.corrected", { emotion: name });
  if (label === "neutral") return name;
  const strength = withinSentence(say, intensityLabel(say, intensity));
  return say("conversation.mood.felt", { emotion: name, strength });
}

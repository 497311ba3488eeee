import { randomUUID } from "node:crypto";
import { differs } from "#app/care/understand/differs.ts";
import { inThread } from "#app/care/understand/in-thread.ts";
import type { NewReading } from "#app/care/understand/keep-reading.server.ts";
import type { ThreadEntry, ThreadMessage } from "#app/care/understand/read-thread.server.ts";
import type { EmotionReading, ModelAbsence, Reading } from "#app/care/understand/reading.ts";

/** What a model made of a message, or why it made nothing of it. */
export type Heard = { model: EmotionReading | null; modelAbsence?: ModelAbsence | undefined };

/** What is known when a message is read once more. */
export type Again = {
  /** Orders it is taken to be about when it names none itself. */
  known: string[];
  /** The conversation's language. */
  language: string;
  /** What a model said of the same words. It is not asked again: they have not changed. */
  heard: Heard;
  /** When it was read first: what the records showed later was not felt yet. */
  asOf: Date;
};

type ReadAgain = (message: ThreadMessage, again: Again) => Promise<Reading>;

/**
 * Reads the other messages of a conversation again with what the newest arrival told: orders it named, the language it is in.
 * Returns those that are read differently now in something that matters, as versions to be kept beside the earlier ones. What
 * has expired is left alone.
 *
 * @param told the reading of the message that arrived
 */
export async function readThreadAgain(
  entries: readonly ThreadEntry[],
  { told, read }: { told: { orderIds: string[]; language: string }; read: ReadAgain },
): Promise<Omit<NewReading, "thread" | "madeAt">[]> {
  const changed: Omit<NewReading, "thread" | "madeAt">[] = [];
  for (const [index, { message, standing }] of entries.entries()) {
    if (standing.expired) continue;
    const before = standing.reading;
    const own = await read(message, {
      known: narrowed(before.orderIds, told.orderIds),
      language: told.language,
      heard: { model: before.emotion.readings.model, modelAbsence: before.modelAbsence },
      asOf: standing.firstAt,
    });
    const earlier = entries.slice(0, index).map((entry) => entry.earlier);
    const reading = inThread(own, { at: message.at, earlier });
    if (!differs(before, reading)) continue;
    changed.push({
      id: randomUUID(),
      message,
      version: standing.version + 1,
      madeFor: "better_information",
      reading,
    });
  }
  return changed;
}

/** A message that was about one of several orders is about the one that was named since; one about another stays so. */
function narrowed(before: string[], told: string[]): string[] {
  if (before.length === 0) return told;
  const both = before.filter((id) => told.includes(id));
  return both.length > 0 ? both : before;
}

import type { Duration } from "#app/lib/duration.ts";

/** Waits at most so long for `work`, and rejects then. The work itself goes on. */
export async function withinDeadline<T>(work: Promise<T>, deadline: Duration): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${deadline} ms`)), deadline);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

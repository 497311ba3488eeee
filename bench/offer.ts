import { Agent, request } from "node:http";
import type { SignedOrder } from "./real-orders.ts";
import type { StartedServer } from "./start-process.ts";

export type Answered = { status: number; took: number };

/**
 * Sends so many webhooks a second at their times, whatever becomes of the earlier ones (an open loop: a slow answer does not
 * slow the sender, and its wait counts). `took` is from the time a webhook was due to the end of its answer, in milliseconds.
 */
export async function offer(
  server: StartedServer,
  given: { perSecond: number; total: number; next: (at: number) => SignedOrder },
): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const began = performance.now();
  const answers: Promise<Answered>[] = [];
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      const due = Math.min(
        given.total,
        Math.floor(((performance.now() - began) / 1_000) * given.perSecond) + 1,
      );
      while (answers.length < due) {
        const dueAt = began + (answers.length / given.perSecond) * 1_000;
        answers.push(post(server.url, { agent, order: given.next(answers.length), dueAt }));
      }
      if (answers.length < given.total) return;
      clearInterval(timer);
      done();
    }, 1);
  });
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}

/** One webhook. A connection that fails counts as status 0. */
export function post(
  url: string,
  { agent, order, dueAt }: { agent: Agent; order: SignedOrder; dueAt: number },
): Promise<Answered> {
  return new Promise((resolve) => {
    const answer = (status: number) => resolve({ status, took: performance.now() - dueAt });
    const sent = request(url, { method: "POST", agent, headers: order.headers }, (response) => {
      response.resume();
      response.once("end", () => answer(response.statusCode ?? 0));
    });
    sent.once("error", () => answer(0));
    sent.end(order.body);
  });
}

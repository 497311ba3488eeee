import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { makeConnection } from "./connection.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server of streams that the test holds. */
function aServer() {
  const streams: { say: (event: DeskEvent) => void; end: () => void; signal: AbortSignal }[] = [];
  let refuses = false;
  const open = (signal: AbortSignal) => {
    if (refuses) return Promise.resolve(new Response(null, { status: 503 }));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const say = (event: DeskEvent) =>
          controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
        streams.push({ say, end: () => controller.close(), signal });
        signal.addEventListener("abort", () => controller.error(new Error("aborted")));
      },
    });
    return Promise.resolve(new Response(body));
  };
  return { open, streams, refuse: (now: boolean) => (refuses = now) };
}

function aScreen() {
  const server = aServer();
  let hidden = false;
  const connection = makeConnection({ open: server.open, chance: () => 1, isHidden: () => hidden });
  const heard: string[] = [];
  const leave = connection.hear(({ kind }) => heard.push(kind));
  const hide = (now: boolean) => {
    hidden = now;
    connection.visibilityChanged();
  };
  return { ...server, connection, heard, leave, hide };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("a page's stream of news", () => {
  it("is live from the server's first word on, and tells what it hears", async () => {
    const { connection, streams, heard } = aScreen();
    await settle();
    expect(connection.state()).toBe("polling");
    streams[0]?.say({ kind: "hello" });
    streams[0]?.say({ kind: "changed", ids: ["a"] });
    await settle();
    expect(connection.state()).toBe("live");
    expect(heard).toEqual(["hello", "changed"]);
  });

  it("comes again when it is asked to, without a screen that polls meanwhile", async () => {
    const { connection, streams } = aScreen();
    await settle();
    streams[0]?.say({ kind: "hello" });
    streams[0]?.say({ kind: "again" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams).toHaveLength(2);
    expect(connection.state()).toBe("live");
  });

  it("lets the screen poll while it is refused, asks ever less often, and is live again after", async () => {
    const { connection, streams, refuse } = aScreen();
    await settle();
    streams[0]?.say({ kind: "hello" });
    await settle();
    refuse(true);
    streams[0]?.end();
    await settle();
    expect(connection.state()).toBe("polling");
    await vi.advanceTimersByTimeAsync(1_000);
    refuse(false);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(streams).toHaveLength(2);
    streams[1]?.say({ kind: "hello" });
    await settle();
    expect(connection.state()).toBe("live");
  });

  it("takes a stream for dead that says nothing", async () => {
    const { connection, streams } = aScreen();
    await settle();
    streams[0]?.say({ kind: "hello" });
    await settle();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(connection.state()).toBe("polling");
  });

  it("ends when nobody has looked for a while, and begins when somebody does", async () => {
    const { streams, hide } = aScreen();
    await settle();
    hide(true);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(streams[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    hide(false);
    await settle();
    expect(streams).toHaveLength(2);
  });

  it("stays over a change of screens, and ends with the last of them", async () => {
    const { connection, streams, leave } = aScreen();
    await settle();
    leave();
    const leaveNext = connection.hear(() => undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(streams[0]?.signal.aborted).toBe(false);
    leaveNext();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(streams).toHaveLength(1);
  });
});

import { forShop } from "#app/db.server.ts";
import { readNotification } from "#app/desk/live/desk-event.ts";
import { gatherNews, type ShopNews } from "#app/desk/live/gather-news.ts";
import { makeHub } from "#app/desk/live/hub.ts";
import { whoIsIn } from "#app/desk/live/who-is-in.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { liveScreens } from "#app/metrics.server.ts";
import { listen, type Listener } from "#app/queue/listen.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

const MOST_SCREENS = { all: 2_000, shop: 300 };
/** A burst of changes is told once; a person does not see the difference. */
const GATHERED_FOR = milliseconds(50);
const CHECKED_EVERY = seconds(2);
const WAITED_FOR = seconds(3);

/** The open screens of this process. */
export const hub = makeHub(MOST_SCREENS);

const news = gatherNews();
let listener: Listener | null = null;
let checking: ReturnType<typeof setInterval> | undefined;
let telling: ReturnType<typeof setTimeout> | undefined;
let closed = false;
const waiting = new Set<() => void>();

/**
 * Whether this process hears of every change now. The connection is made when the first screen asks, one for all of them, and that
 * screen waits for it; as long as it is not there screens poll.
 */
export async function isHearing(): Promise<boolean> {
  if (closed) return false;
  listener ??= listen({
    channel: "attune_desk",
    application: "attune-web",
    heard,
    connected: () => {
      for (const tell of waiting) tell();
      waiting.clear();
    },
    // What happens from now on would be missed in silence.
    lost: () => hub.endAll(),
  });
  checking ??= setInterval(() => listener?.check(), CHECKED_EVERY).unref();
  if (!listener.isListening()) {
    const connected = new Promise<void>((resolve) => waiting.add(resolve));
    const patience = new Promise<void>((resolve) => setTimeout(resolve, WAITED_FOR).unref());
    await Promise.race([connected, patience]);
  }
  return !closed && listener.isListening();
}

/** Ends every stream; screens ask another process, or this one's successor. */
export async function closeLive(): Promise<void> {
  closed = true;
  clearInterval(checking);
  clearTimeout(telling);
  hub.endAll();
  await listener?.stop();
}

export const countScreens = () => liveScreens.set(hub.size());

function heard(payload: string): void {
  const told = readNotification(payload);
  if (!told || !hub.hasListeners(told.shopId)) return;
  news.add(told);
  telling ??= setTimeout(() => {
    telling = undefined;
    for (const one of news.take()) void tell(one);
  }, GATHERED_FOR);
}

async function tell({ shopId, changed, presence }: ShopNews): Promise<void> {
  if (changed === null || changed.length > 0) hub.tell(shopId, { kind: "changed", ids: changed });
  if (presence.length === 0) return;
  try {
    const keys = await shopKeys(shopId);
    const now = new Date();
    const found = await forShop(shopId)((tx) => whoIsIn(tx, keys, { conversationIds: presence, now }));
    for (const conversationId of presence)
      hub.tell(shopId, { kind: "presence", conversationId, people: found.get(conversationId) ?? [] });
  } catch (err) {
    logger.warn({ err }, "who is in a conversation could not be told");
  }
}

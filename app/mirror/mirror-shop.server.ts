import { emit } from "#app/emit.server.ts";
import { scopesAnswer } from "#app/mirror/admin-answers.ts";
import { saidAt } from "#app/mirror/delivery.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { READ_SCOPES } from "#app/mirror/operations/read-shop.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { tokenWorks } from "#app/mirror/token-works.server.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";
import { uninstallShop } from "#app/shop/uninstall-shop.server.ts";

/** `shop/update`. */
export function mirrorShop({ shop, delivery }: Occasion, payload: PayloadOf<"shop">): Effect {
  const version = payload.updated_at ? new Date(payload.updated_at) : saidAt(delivery);
  return {
    state: "mirrored",
    write: async (tx) => {
      const changed = await tx.$executeRaw`
        UPDATE shops SET name = ${payload.name}, currency = ${payload.currency},
          timezone = COALESCE(${payload.iana_timezone}, timezone), shop_updated_at = ${version}
        WHERE id = ${shop.id} AND (shop_updated_at IS NULL OR shop_updated_at <= ${version})`;
      return { phrase: changed > 0 ? "the shop is up to date" : "a newer version is known: nothing changed" };
    },
  };
}

/**
 * `app/uninstalled` blocks sending and the API at once and removes the tokens. One that arrives late would close a shop that
 * was opened again since, and no time of ours or of the headers tells which came first: Shopify is asked whether the token
 * works. Without a token, or when Shopify refuses it, the app is gone.
 *
 * Throws TryAgainAt or an Error, to be tried again, when Shopify cannot be asked.
 */
export async function mirrorUninstall({ ports, shop }: Occasion): Promise<Effect> {
  if (await tokenWorks(ports, shop.id))
    return { state: "skipped", phrase: "the app was installed again since" };
  const outcome = await uninstallShop(shop.domain, ports.now());
  return {
    state: "mirrored",
    write: async (tx) => {
      // Also when it was uninstalled already: a crash may have come between that and this line.
      if (outcome !== "unknown") await emit(tx, "shop-uninstalled", { data: { shopId: shop.id } });
      return {
        phrase: outcome === "uninstalled" ? "the app is uninstalled" : "the app was uninstalled already",
      };
    },
  };
}

/** `app/scopes_update`: what is granted is read from Shopify, since two changes may arrive in either order. */
export async function mirrorScopes(
  { ports, shop }: Occasion,
  payload: PayloadOf<"scopesUpdated">,
): Promise<Effect> {
  const answer = await ask(ports, { shopId: shop.id, document: READ_SCOPES, data: scopesAnswer });
  if (answer.outcome === "uninstalled") return { state: "skipped", phrase: "the app is uninstalled" };
  const granted =
    answer.outcome === "answered"
      ? answer.data.currentAppInstallation.accessScopes.map(({ handle }) => handle)
      : payload.current;
  return {
    state: "mirrored",
    write: async (tx) => {
      await tx.shop.update({ where: { id: shop.id }, data: { scopes: granted.toSorted() } });
      return { phrase: `scopes granted: ${granted.length}` };
    },
  };
}

/** `bulk_operations/finish` wakes the backfill, if one waits for it. */
export function mirrorBulkFinish({ shop }: Occasion): Effect {
  return {
    state: "mirrored",
    write: async (tx) => {
      const running = await tx.backfill.findFirst({
        where: { shopId: shop.id, state: { in: ["waiting", "running"] } },
      });
      if (!running) return { phrase: "no backfill waits for it" };
      await emit(tx, "backfill-advanced", { data: { shopId: shop.id } });
      return { phrase: "the backfill goes on" };
    },
  };
}

type Compliance = "redaction-requested" | "shop-redaction-requested" | "data-requested";

/** The compliance topics are acted on in the last stage, which opens the delivery itself. */
export function mirrorCompliance({ shop, delivery }: Occasion, event: Compliance): Effect {
  return {
    state: "mirrored",
    write: async (tx) => {
      await emit(tx, event, { data: { shopId: shop.id, deliveryId: delivery.id } });
      return { phrase: "handed on" };
    },
  };
}

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { forShop, forShopSql } from "#app/db.server.ts";
import type { ConversationFilters } from "#app/desk/inbox/conversation-query.ts";
import { showInbox } from "#app/desk/inbox/show-inbox.server.ts";
import { readAddress } from "#app/desk/inbox/read-address.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { makeConversation, makeDelivery } from "#tests/factories/reply.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { recordMail } from "#tests/factories/letter.ts";
import { makeShop } from "#tests/factories/shop.ts";

async function place() {
  const made = await makeShop();
  const at = { inShop: forShop(made.shop.id), keys: made.keys, now: () => new Date() };
  const listed = async (filters: ConversationFilters = {}) => {
    const page = await listConversations(at, { ...filters, limit: 20 });
    if (page.outcome !== "listed") throw new Error(page.outcome);
    return page.items;
  };
  return { ...made, at, listed };
}

import type { Message, ProofCode } from "@prisma/client";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";
import { messageContentSchema, type MessageContent } from "#app/conversation/message-content.ts";
import { codeHash, findCodes, tryCodes } from "#app/conversation/proof-code.ts";
import type { Tx } from "#app/db.server.ts";
import { proofCodes } from "#app/metrics.server.ts";
import { blindIndex, openJson, type ShopKeys } from "#app/shop/seal.ts";

export type CheckedCode =
  | { outcome: "none" } // nothing was asked for, or nothing in the message may be a code
  | { outcome: "matched"; orderId: string; askedFor: string }
  | { outcome: "wrong"; askedFor: string };

type Read = Omit<Message, "sealed">;
const none: CheckedCode = { outcome: "none" };
/** Codes of one conversation that are still of interest; it is asked for three a day. */
const NEWEST = 20;

/**
 * Whether a message brings back the code its conversation asked for. Only what the shopper newly wrote is looked at. A code counts once,
 * for the message that brought it; that message read again gives the same answer, and a wrong one is counted once.
 */
export async function checkCode(
  tx: Tx,
  keys: ShopKeys,
  { message, content }: { message: Read; content: MessageContent },
): Promise<CheckedCode> {
  const { text, from } = content;
  const { id, conversationId, automatic } = message;
  if (automatic || findCodes(text).length === 0) return none;
  if ((await tx.proofCode.count({ where: { conversationId } })) === 0) return none;
  // The conversation's lock comes first, everywhere; it also guards the codes that belong to it.
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  const asked = await tx.proofCode.findMany({
    where: { conversationId },
    orderBy: { createdAt: "desc" },
    take: NEWEST,
  });
  const used = asked.find(({ usedIn }) => usedIn === id);
  if (used?.orderId) return { outcome: "matched", orderId: used.orderId, askedFor: used.messageId };
  const tried = asked.find(({ triedIn }) => triedIn.includes(id));
  if (tried) return { outcome: "wrong", askedFor: tried.messageId };
  const newest = asked.find(({ state }) => state === "open") ?? asked[0];
  if (!newest || newest.state === "used" || message.at < newest.createdAt) return none;
  const candidates = findCodes(text, await numbersAskedAbout(tx, keys, newest.messageId));
  return candidates.length === 0
    ? none
    : tryNewest(tx, keys, { message, writer: from.address, code: newest, candidates });
}

async function tryNewest(
  tx: Tx,
  keys: ShopKeys,
  given: { message: Read; writer: string; code: ProofCode; candidates: string[] },
): Promise<CheckedCode> {
  const { message, writer, code, candidates } = given;
  const { id, orderId, messageId: askedFor } = code;
  const open = code.state === "open" && message.at < code.expiresAt;
  const hashes = candidates.map((candidate) => codeHash(keys, code, candidate));
  const result = tryCodes({ codeHash: code.codeHash, tries: code.tries, open }, hashes);
  proofCodes.inc({ outcome: result.outcome });
  if (result.outcome === "matched" && orderId) {
    await tx.proofCode.update({
      where: { id },
      data: {
        state: "used",
        usedIn: message.id,
        usedBy: writer ? blindIndex(keys, "email", writer) : null,
        codeHash: "",
      },
    });
    return { outcome: "matched", orderId, askedFor };
  }
  if (result.outcome === "wrong") {
    const ended = result.void || !open ? { state: "void", codeHash: "" } : {};
    await tx.proofCode.update({
      where: { id },
      data: { tries: result.tries, triedIn: { push: message.id }, ...ended },
    });
  }
  return { outcome: "wrong", askedFor };
}

/**
 * The order numbers in the message that was asked for proof: a shop may count with six digits. Read from its words alone, so that
 * a number that is nobody's is treated alike.
 */
async function numbersAskedAbout(tx: Tx, keys: ShopKeys, messageId: string): Promise<string[]> {
  const asked = await tx.message.findUnique({ where: { id: messageId }, select: { sealed: true } });
  if (!asked) return [];
  const sealed = { context: `messages.sealed:${messageId}` as const, bytes: asked.sealed };
  const { subject, text } = openJson(keys, sealed, messageContentSchema);
  return findOrderReferences(`${subject}\n${text}`).map(({ value }) => value.replaceAll(/\D/gu, ""));
}

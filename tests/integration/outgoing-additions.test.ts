import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MOST_BYTES } from "#app/care/review/files/file-limits.ts";
import { removeFile } from "#app/care/review/files/remove-file.server.ts";
import { readAttachment } from "#app/conversation/read-attachment.server.ts";
import { isSuppressed, suppress } from "#app/conversation/suppressions.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { receive, DOMAIN } from "#tests/integration/mail/receiving.ts";
import { ADA, outgoingShop, PNG } from "#tests/factories/outgoing-shop.ts";

const BOB = { name: "Bob", address: "bob@office.example" };

describe("files that leave with a reply", () => {
  it("are kept sealed until it leaves, stand in the thread then, and can be opened", async () => {
    const shop = await outgoingShop();
    const place = await shop.asked();
    const kept = await shop.file(place.conversationId, { name: "..\\labels/Return label.PNG" });
    if (kept.outcome !== "kept") throw new Error(kept.outcome);
    expect(kept.file).toMatchObject({
      name: "Return label.PNG",
      mimeType: "image/png",
      size: PNG.byteLength,
    });
    const row = await systemPrisma.attachment.findUniqueOrThrow({ where: { id: kept.file.id } });
    expect(Buffer.from(row.sealedContent ?? []).includes(PNG)).toBe(false);
    expect(row).toMatchObject({ messageId: null, placeId: place.conversationId, uploadedBy: "42" });
    const approved = await shop.approve(place, { files: [kept.file.id] });
    expect(approved.outcome).toBe("approved");
    await shop.send();
    expect(shop.mail.taken[0]?.attachments).toEqual([
      { name: "Return label.PNG", mimeType: "image/png", bytes: expect.any(Uint8Array) },
    ]);
    const thread = await shop.read(place.conversationId);
    expect(thread?.messages.find(({ direction }) => direction === "out")?.attachments).toMatchObject([
      { id: kept.file.id, name: "Return label.PNG" },
    ]);
    const file = await shop.inShop((tx) => readAttachment(tx, shop.keys, kept.file.id));
    expect(Buffer.from(file?.bytes ?? []).equals(PNG)).toBe(true);
  });

  it("wait again when the reply is taken back, and can be removed as long as it has not left", async () => {
    const shop = await outgoingShop();
    const place = await shop.asked();
    const kept = await shop.file(place.conversationId);
    if (kept.outcome !== "kept") throw new Error(kept.outcome);
    const { conversationId } = place;
    const file = { conversationId, fileId: kept.file.id };
    const approved = await shop.approve(place, { files: [kept.file.id], holdFor: 8_000 });
    if (approved.outcome !== "approved") throw new Error(approved.outcome);
    expect(await removeFile(shop.inShop, file)).toBe(false);
    await shop.undo(approved.deliveryId);
    expect(await removeFile(shop.inShop, file)).toBe(true);
    expect(await shop.approve(place, { files: [kept.file.id] })).toEqual({
      ...{ outcome: "files_refused", why: "gone" },
    });
    expect((await shop.deliveries()).filter(({ status }) => status === "queued")).toEqual([]);
  });

  it("are kept once, however often one is uploaded whose answer was lost", async () => {
    const shop = await outgoingShop();
    const { conversationId } = await shop.asked();
    const id = randomUUID();
    const kept = await shop.file(conversationId, { id });
    expect(kept).toMatchObject({ outcome: "kept", file: { id, name: "label.png" } });
    expect(await shop.file(conversationId, { id })).toEqual(kept);
    expect(await systemPrisma.attachment.count({ where: { placeId: conversationId } })).toBe(1);
  });

  it("are kept anew where what was kept by that id has left, or waits elsewhere", async () => {
    const shop = await outgoingShop();
    const [first, second] = [await shop.asked(), await shop.asked()];
    const id = randomUUID();
    await shop.file(first.conversationId, { id });
    const elsewhere = await shop.file(second.conversationId, { id });
    if (elsewhere.outcome !== "kept") throw new Error(elsewhere.outcome);
    expect(elsewhere.file).toMatchObject({ id: expect.not.stringMatching(id), name: "label.png" });
    expect((await shop.approve(first, { files: [id] })).outcome).toBe("approved");
    expect(await shop.file(first.conversationId, { id })).toMatchObject({ outcome: "kept" });
    const waiting = (placeId: string) =>
      systemPrisma.attachment.count({ where: { placeId, deliveryId: null } });
    expect(await waiting(first.conversationId)).toBe(1);
    expect(await waiting(second.conversationId)).toBe(1);
    const approved = await shop.approve(second, { files: [elsewhere.file.id] });
    expect(approved.outcome).toBe("approved");
  });

  it("are pictures, PDFs or plain text by their bytes, whatever they are called, and fit into one mail", async () => {
    const shop = await outgoingShop();
    const { conversationId } = await shop.asked();
    const said = async (name: string, bytes: Uint8Array) => {
      const kept = await shop.file(conversationId, { name, bytes });
      return kept.outcome === "kept" ? kept.file.name : kept.outcome === "refused" ? kept.why : kept.outcome;
    };
    expect(await said("invoice.pdf", Buffer.from("MZ\u0090\0this program"))).toBe("kind");
    expect(await said("archive.png", Buffer.from("PK\u0003\u0004"))).toBe("kind");
    expect(await said("page.html", Buffer.from("<script>alert(1)</script>"))).toBe("page.html.txt");
    expect(await said("label.pdf", Buffer.from("%PDF-1.7\n"))).toBe("label.pdf");
    expect(await said("nothing.txt", Buffer.alloc(0))).toBe("empty");
    expect(await said("big.txt", Buffer.alloc(MOST_BYTES + 1, "a"))).toBe("too_large");
    expect(await said("half.txt", Buffer.alloc(MOST_BYTES - 100, "a"))).toBe("half.txt");
    expect(await said("one-more.txt", Buffer.alloc(200, "a"))).toBe("too_large");
    const other = await outgoingShop();
    expect((await other.file(conversationId)).outcome).toBe("not_found");
  });
});

describe("copies of a reply", () => {
  it("go to whom a person named, for everybody to see, and are kept in the thread", async () => {
    const shop = await outgoingShop();
    const place = await shop.asked();
    expect((await shop.approve(place, { copies: [BOB] })).outcome).toBe("approved");
    await shop.send();
    expect(shop.mail.taken[0]).toMatchObject({ to: { address: ADA }, cc: [BOB] });
    const thread = await shop.read(place.conversationId);
    expect(thread?.messages.find(({ direction }) => direction === "out")?.content.cc).toEqual([BOB]);
  });

  it("are refused to an address that is none, takes no mail, is the app's own, or has it already", async () => {
    const shop = await outgoingShop();
    const place = await shop.asked();
    const contactIndex = blindIndex(shop.keys, "email", "dead@office.example");
    await shop.inShop((tx) =>
      suppress(tx, { shopId: shop.shopId, contactIndex, scope: "all", reason: "bounced 5.1.1" }),
    );
    const why = async (...addresses: string[]) => {
      const copies = addresses.map((address) => ({ name: "", address }));
      const done = await shop.approve(place, { copies });
      return done.outcome === "copy_refused" ? done.why : done.outcome;
    };
    expect(await why("no address")).toBe("address");
    expect(await why("a@b.example\r\nBcc: c@d.example")).toBe("address");
    expect(await why("dead@office.example")).toBe("suppressed");
    expect(await why(`${shop.shop.inboundKey}@${DOMAIN}`)).toBe("own");
    expect(await why(ADA.toUpperCase())).toBe("twice");
    expect(await why(...Array.from({ length: 11 }, (_, at) => `c${at}@office.example`))).toBe("too_many");
    expect(await shop.deliveries()).toEqual([]);
  });

  it("bring the answer of who has one back as theirs, with their own proof, and never as the shopper's", async () => {
    const shop = await outgoingShop();
    const order = await shop.order();
    const place = await shop.asked({ orderIds: [order.id] });
    await shop.approve(place, { copies: [BOB] });
    await shop.send();
    const { message, conversation } = await receive(
      shop.keys,
      { from: `Bob <${BOB.address}>`, subject: "Re: Where is my parcel?", text: "And mine?" },
      { to: shop.mail.taken[0]?.replyTo.address ?? "" },
    );
    expect(conversation).toMatchObject({ id: place.conversationId, content: { contactEmail: ADA } });
    expect(message?.proof).toBe("none");
    expect(message?.content.from.address).toBe(BOB.address);
  });

  it("that are refused by the mail server do not take the reply from who it is for", async () => {
    const refused = [{ address: BOB.address, code: 550, response: "550 5.1.1 no such user" }];
    const shop = await outgoingShop({ outcome: "accepted", response: "250 ok", refused });
    const place = await shop.asked();
    await shop.approve(place, { copies: [BOB] });
    expect(await shop.send()).toEqual(["sent, not to all who were to get a copy"]);
    expect(await shop.deliveries()).toMatchObject([
      { status: "sent", response: "250 ok; copies refused: 1" },
    ]);
    const index = (address: string) => blindIndex(shop.keys, "email", address);
    const stopped = (address: string) => shop.inShop((tx) => isSuppressed(tx, index(address), "all"));
    expect([await stopped(BOB.address), await stopped(ADA)]).toEqual([true, false]);
  });

  it("do not go out twice when the one it is for was refused and it is sent again", async () => {
    const own = [{ address: ADA, code: 550, response: "550 5.7.1 not today" }];
    const shop = await outgoingShop({ outcome: "accepted", response: "250 ok", refused: own });
    const place = await shop.asked();
    await shop.approve(place, { copies: [BOB] });
    expect(await shop.send()).toEqual(["failed: 550, the copies went"]);
    const [row] = await shop.deliveries();
    expect(row).toMatchObject({ status: "failed" });
    await systemPrisma.delivery.updateMany({ where: { shopId: shop.shopId }, data: { status: "queued" } });
    await shop.send();
    expect(shop.mail.taken.map(({ cc }) => cc?.length ?? 0)).toEqual([1, 0]);
  });
});

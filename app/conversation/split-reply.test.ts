import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitReply } from "#app/conversation/split-reply.ts";

const replies = path.resolve(import.meta.dirname, "../../tests/fixtures/mail/replies");
const read = (name: string) => readFileSync(path.join(replies, name), "utf8");

/** File → first and last words of what the writer wrote, and a word that must not be in it (~: none). */
const fixtures: Record<string, [starts: string, ends: string, not: string]> = {
  "correct_sig.txt": ["this is an email", "with a correct -- signature.", "rick"],
  "email_1_2.txt": ["Hi,", 'delete them all individually."', "mailman"],
  "email_1_3.txt": ["Oh thanks.", "-Abhishek Kona", "Riak"],
  "email_1_5.txt": ["One: Here's what I've got.", "It goes on and on\nfor a while.", "~"],
  "email_1_6.txt": ["I get proper", "rendering as well.", "torch of pixels"],
  "email_1_8.txt": ["I will reply under this one", "and under this.", "Tim"],
  "email_2_1.txt": ["Outlook with", "a reply", "Subject"],
  "email_2_2.txt": ["Outlook with", "directly above line", "Subject"],
  "email_2_3_unusual_headers.txt": ["Outlook with", "using unusual format", "Kim"],
  "email_BlackBerry.txt": ["Here is", "another email", "BlackBerry"],
  "email_bullets.txt": ["test 2 this", "- and another", "Joe Smith"],
  "email_gmail.txt": ["This is a test", "to a github message.", "subscribed"],
  "email_headers_no_delimiter.txt": ["And another", "reply!", "Dan"],
  "email_one_is_not_on.txt": ["Thank, this is", "when I run...", "lastLocation"],
  "email_partial_quote_header.txt": ["On your remote host", "the tunnel is not working.", "George"],
  "email_sent_from_my_not_signature.txt": ["Here is another email", "then my mobile phone.", "~"],
  "email_sig_delimiter_in_middle_of_line.txt": ["Hi there!", "kthxbai", "~"],
  "greedy_on.txt": ["On your remote host", "the tunnel is not working.", "George"],
  "pathological.txt": ["I think you're onto", "back to a computer.", "________"],
};

describe("splitReply", () => {
  it.each(Object.entries(fixtures))("%s", (name, [starts, ends, not]) => {
    const { text } = splitReply(read(name));
    expect(text.slice(0, starts.length)).toBe(starts);
    expect(text.slice(-ends.length)).toBe(ends);
    expect(text).not.toContain(not);
  });

  it("has an expectation for each fixture", () => {
    expect(readdirSync(replies).toSorted()).toEqual(Object.keys(fixtures).toSorted());
  });

  it.each([
    ["On Fri, 20 Nov 2026 at 10:00, Care <care@fernweh.example> wrote:"],
    ["On Friday, November 20th, 2026 at 10:00 AM, Care\n<care@fernweh.example>\nwrote:"],
    ["Am 20.11.2026 um 10:00 schrieb Care:"],
    ["Care <care@fernweh.example> schrieb am Fr., 20. Nov. 2026, 10:00:"],
    ["Le ven. 20 nov. 2026 à 10:00, Care <care@fernweh.example> a écrit :"],
    ["El vie, 20 nov 2026 a las 10:00, Care (<care@fernweh.example>) escribió:"],
    ["Em sex., 20 de nov. de 2026 às 10:00, Care <care@fernweh.example> escreveu:"],
    ["Il giorno ven 20 nov 2026 alle ore 10:00 Care <care@fernweh.example> ha scritto:"],
    ["Op vr 20 nov 2026 om 10:00 schreef Care <care@fernweh.example>:"],
    ["Den fre 20 nov. 2026 kl 10:00 skrev Care <care@fernweh.example>:"],
    ["pt., 20 lis 2026 o 10:00 Care <care@fernweh.example> napisał(a):"],
    ["20 Kas 2026 Cum 10:00 tarihinde Care <care@fernweh.example> şunu yazdı:"],
    ["пт, 20 нояб. 2026 г. в 10:00, Care <care@fernweh.example>:"],
    ["2026年11月20日(金) 10:00 Care <care@fernweh.example>のメール:"],
    ["Care <care@fernweh.example> 于2026年11月20日周五 10:00写道："],
    ["2026년 11월 20일 (금) 오전 10:00, Care <care@fernweh.example>님이 작성:"],
  ])("recognises %s", (header) => {
    const split = splitReply(`Mine.\n\n${header}\n\n> Yours.\n`);
    expect(split.text).toBe("Mine.");
    expect(split.quoted).toContain("> Yours.");
  });

  it.each([
    ["-----Original Message-----\nFrom: Care\nSent: today\nTo: Eva\nSubject: Hi"],
    ["-----Ursprüngliche Nachricht-----\nVon: Care"],
    ["Von: Care <care@fernweh.example>\nGesendet: Freitag, 20. November 2026 10:00\nAn: Eva\nBetreff: Hallo"],
    ["De : Care <care@fernweh.example>\nEnvoyé : vendredi 20 novembre 2026 10:00\nÀ : Eva\nObjet : Bonjour"],
    ["De: Care\nEnviado el: viernes, 20 de noviembre de 2026 10:00\nPara: Eva\nAsunto: Hola"],
    ["De: Care\nEnviada em: sexta-feira\nPara: Eva\nAssunto: Olá"],
    [
      "________________________________\nFrom: Care <care@fernweh.example>\nSent: Friday\nTo: Eva\nSubject: Hi",
    ],
    ["差出人: Care\n送信日時: 2026年11月20日\n宛先: Eva\n件名: こんにちは"],
  ])("takes everything below an Outlook block: %s", (block) => {
    expect(splitReply(`Mine.\n\n${block}\n\nYours, without marks.`).text).toBe("Mine.");
  });

  it("keeps a sentence that only sounds like an announcement", () => {
    const text = "Am 12. März schrieb mir Ihr Kollege Folgendes:\nDas Paket kommt morgen.\nEs kam nicht.";
    expect(splitReply(text)).toEqual({ text, quoted: "", signature: "" });
  });

  it.each([
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "iPhoneから送信",
    "Get Outlook for Android",
  ])("takes off %s", (line) => {
    expect(splitReply(`Danke!\n\n${line}`)).toMatchObject({ text: "Danke!", signature: line });
  });

  it("has no words for a reply without any, and takes a bare forward as the message", () => {
    expect(splitReply("\n\nOn 20 Nov 2026, at 10:00, Care wrote:\n\n> Yours").text).toBe("");
    expect(splitReply("---------- Forwarded message ---------\nFrom: Otto\n\nPlease help").text).toContain(
      "Please help",
    );
  });

  it("loses no word, whatever the text", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "> quoted",
        "-- ",
        "From: a",
        "Sent: b",
        "To: c",
        "On 1 at 1:00 x wrote:",
        "",
        "__________",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const given = lines.join("\n");
        const split = splitReply(given);
        const words = (text: string) => text.split(/\s+/).filter(Boolean).toSorted();
        expect(words(`${split.text}\n${split.quoted}\n${split.signature}`)).toEqual(words(given));
      }),
    );
  });

  it("takes time in proportion to a hostile text", () => {
    const startedAt = performance.now();
    for (const hostile of [
      "On ".repeat(60_000),
      "<a@".repeat(60_000),
      "On 1:00\n".repeat(25_000),
      "From: x\n".repeat(25_000),
      ">".repeat(200_000),
      `${"_".repeat(30)}\n`.repeat(6_000),
    ]) {
      splitReply(hostile);
    }
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

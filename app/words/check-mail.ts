import type { Say } from "#app/words/say.ts";

/** What the mail of a check says. `address`: the one that is to be proven; null: nobody is meant to read it. */
export function sayMailCheck(
  say: Say,
  { shopName, address, link }: { shopName: string; address: string | null; link: string },
): { subject: string; text: string } {
  if (address === null)
    return {
      subject: say("mail.check.inbound.subject", { shopName }),
      text: `${say("mail.check.inbound.text", { shopName })}\n`,
    };
  const parts = [
    say("mail.check.address.text", { shopName, address }),
    link,
    say("mail.check.address.expires"),
    say("mail.check.address.notYou"),
  ];
  return { subject: say("mail.check.address.subject", { shopName }), text: `${parts.join("\n\n")}\n` };
}

import { escaped, publicPage } from "#app/lib/public-page.ts";
import type { Say } from "#app/words/say.ts";

export type AddressPage =
  { shows: "broken" } | { shows: "asked" | "confirmed" | "expired"; shopName: string; address: string };

/** The page behind the link that proves a sending address, as HTML: a few words and one button, which works without scripts. Pure. */
export function addressPage(say: Say, page: AddressPage): string {
  return publicPage({
    language: say.tag,
    title: say("mail.page.title"),
    body: bodyOf(say, page),
  });
}

function bodyOf(say: Say, page: AddressPage): string {
  switch (page.shows) {
    case "broken":
      return `<p>${escaped(say("mail.page.broken"))}</p>`;
    case "expired":
      return `<p>${escaped(say("mail.page.expired", page))}</p>`;
    case "confirmed":
      return `<p role="status">${escaped(say("mail.page.confirmed", page))}</p>`;
    case "asked":
      return `<p>${escaped(say("mail.page.ask", page))}</p>
<p>${escaped(say("mail.page.notYou"))}</p>
<form method="post" action="?"><button>${escaped(say("mail.page.confirm"))}</button></form>`;
  }
}

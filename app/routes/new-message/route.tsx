import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import draftStyles from "#app/components/draft/draft.css?url";
import outgoingStyles from "#app/components/outgoing/outgoing.css?url";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { findRecipients } from "#app/desk/find-recipients.server.ts";
import { showMessage } from "#app/desk/show-message.server.ts";
import { listMacros } from "#app/voice/list-macros.server.ts";
import { MOST_MACROS } from "#app/voice/macro.ts";
import { requireStaff } from "#app/staff.server.ts";
import { MessageForm } from "./message-form.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: draftStyles },
  { rel: "stylesheet", href: outgoingStyles },
];

export const meta = titled((say) => say("outgoing.new.title"));

/** A new message: empty, to a customer, about an order, or one that was begun (`?customer=`, `?order=`, `?message=`). */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys, shop, settings } = await requireStaff(request);
  const query = new URL(request.url).searchParams;
  const [orderId, customerId, messageId] = ["order", "customer", "message"].map(
    (name) => query.get(name) ?? "",
  );
  const named = { ...(orderId ? { orderId } : {}), ...(customerId ? { customerId } : {}) };
  const macros = await inShop((tx) => listMacros(tx, shop.id, { limit: MOST_MACROS }));
  return {
    found: orderId || customerId ? await findRecipients({ inShop, keys }, named) : null,
    message: messageId ? await inShop((tx) => showMessage(tx, keys, messageId)) : null,
    macros: (macros?.items ?? []).flatMap(({ id, name: title, texts }) =>
      Object.entries(texts).map(([language, body]) => ({ id: `${id}.${language}`, title, body, language })),
    ),
    languages: [...composedLanguages],
    language: settings.glossLanguage,
  };
};

export default function NewMessage() {
  const say = useWords();
  const loaded = useLoaderData<typeof loader>();
  return (
    <Page
      narrowWidth
      title={say("outgoing.new.title")}
      backAction={{ content: say("nav.inbox"), url: "/inbox" }}
    >
      <MessageForm loaded={loaded} />
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}

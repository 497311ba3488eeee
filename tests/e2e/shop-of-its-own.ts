import { USER_AGENT } from "#tests/setup/browser.ts";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";
import { demo, type Conversation } from "./desk.ts";

export type Shopper = { name: string; email: string };
type Letter = { from?: Shopper; subject: string; text: string };

const NORA: Shopper = { name: "Nora Lind", email: "nora.lind@shopper.example" };
const ADDRESS = {
  address1: "Uferweg 12",
  city: "Hamburg",
  zip: "20457",
  country: "Germany",
  countryCode: "DE",
};

/** A shop that only one test knows: nothing of what others do is in its inbox. The app is not in it yet. */
export async function shopOfItsOwn(name: string) {
  const handle = `shop-${crypto.randomUUID().slice(0, 8)}`;
  const shop = `${handle}.myshopify.com`;
  const general = demoClient(demo);
  await general.control("POST", "shops", { domain: shop, name });
  const client = demoClient({ ...demo, shop });
  const control = (path: string, body: object = {}) => client.control("POST", `${path}?shop=${shop}`, body);

  const health = () =>
    eventually(async () => {
      const answer = await client.api("health/shop");
      const found = answer.ok ? ((await answer.json()) as Health) : null;
      return found?.backfill.state === "done" ? found : null;
    }, 60);

  /** Opens the app in it, as its owner, and waits until the shop's records are mirrored. */
  const install = async () => {
    await control("install");
    await health();
  };

  /** Somebody else of the shop opens the app for the first time. */
  const meet = async (user: string) => {
    const { url } = (await client.control("GET", `session-token?shop=${shop}&user=${user}`)) as {
      url: string;
    };
    const answer = await fetch(url, { headers: { "user-agent": USER_AGENT } });
    if (!answer.ok) throw new Error(`They were not let in: ${answer.status}`);
  };

  /** Somebody new whose order has left, which the app knows of. `shopper` is how they sign their mails. */
  const orderOnItsWay = async (firstName: string, lastName: string) => {
    const email = `${firstName.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@shopper.example.com`;
    const order = (await control("orders", {
      newCustomer: { firstName, lastName, email, locale: "en", address: ADDRESS },
    })) as { id: string; name: string };
    await control(`orders/${order.id}/ship`);
    await eventually(async () => {
      const answer = await client.api(`orders/${order.id}`);
      return answer.ok && ((await answer.json()) as { fulfillments: unknown[] }).fulfillments.length > 0;
    });
    return { order, shopper: { name: `${firstName} ${lastName}`, email } };
  };

  /** A mail at the door, accepted. */
  const write = async ({ from = NORA, subject, text }: Letter) => {
    const { inboundAddress } = await health();
    const answer = await demoClient({ ...demo, inboundAddress }).mail(`From: ${from.name} <${from.email}>
To: ${inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

${text}
`);
    if (answer.status !== 202) throw new Error(`The mail was not taken: ${answer.status}`);
  };

  const conversation = (subject: string, ready: (found: Conversation) => boolean) =>
    eventually(async () => {
      const list = (await (await client.api("conversations?limit=50")).json()) as { items: Conversation[] };
      const id = list.items.find((one) => one.subject === subject)?.id;
      const found = id ? ((await (await client.api(`conversations/${id}`)).json()) as Conversation) : null;
      return found && ready(found) ? found : null;
    }, 40);

  /** The mails that the shop sent them. */
  const received = ({ email }: Shopper) => client.mailbox(email);

  return {
    ...{ client, control, install, meet, orderOnItsWay, write, conversation, received },
    adminUrl: demo.adminUrl.replace(/\/store\/[^/]+\//u, `/store/${handle}/`),
  };
}

type Health = { backfill: { state: string }; inboundAddress: string };
export type OwnShop = Awaited<ReturnType<typeof shopOfItsOwn>>;

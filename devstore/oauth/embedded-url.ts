import { createHmac } from "node:crypto";

type Opening = {
  appUrl: string;
  apiSecret: string;
  shop: string;
  handle: string;
  token: string;
  now: Date;
  path?: string | undefined;
  /** Whose language the admin is in, as Shopify writes it ("de", "pt-BR"); English where it is not given. */
  locale?: string | undefined;
};

/** The address Shopify's admin loads into its frame, signed as Shopify signs it. */
export function signedAppUrl(input: Opening): string {
  const host = Buffer.from(`admin.shopify.com/store/${input.handle}`).toString("base64").replace(/=+$/, "");
  const parameters: Record<string, string> = {
    embedded: "1",
    host,
    id_token: input.token,
    locale: input.locale ?? "en",
    session: createHmac("sha256", input.apiSecret).update(input.token).digest("hex"),
    shop: input.shop,
    timestamp: String(Math.floor(input.now.getTime() / 1000)),
  };
  const message = Object.keys(parameters)
    .sort()
    .map((key) => `${key}=${parameters[key]}`)
    .join("&");
  const url = new URL(input.path ?? "/", input.appUrl);
  for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
  url.searchParams.set("hmac", createHmac("sha256", input.apiSecret).update(message).digest("hex"));
  return url.toString();
}

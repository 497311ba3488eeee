import { join } from "node:path";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import "@shopify/shopify-api/adapters/node";
import { describe, expect, it } from "vitest";
import { proxySignature } from "#devstore/pages/storefront/app-proxy.ts";
import { renderEmbeds } from "#devstore/pages/storefront/render-embeds.ts";

const extensions = join(import.meta.dirname, "../../extensions");
const shop = { name: "Müller & Söhne", permanent_domain: "attune-demo.myshopify.com" };

describe("the theme's app embed", () => {
  it.each(["en", "de", "es", "fr", "pt-PT", "pt-BR", "ja"])(
    "renders in %s with nothing untranslated",
    async (locale) => {
      const [embed, ...others] = await renderEmbeds(extensions, { locale, shop, customer: null });
      expect(others).toEqual([]);
      expect(embed?.markup).not.toMatch(/translation missing|\{\{|\{%/);
      expect(embed?.markup).toContain("Müller &amp; Söhne");
      expect(embed).toMatchObject({
        stylesheet: expect.stringContaining(".css"),
        javascript: expect.stringContaining(".js"),
      });
    },
  );

  it("fills in who is signed in, escaped", async () => {
    const customer = { id: "1", name: `Anna "A" <b>`, first_name: "Anna", email: "anna@example.org" };
    const [embed] = await renderEmbeds(extensions, { locale: "en", shop, customer });
    expect(embed?.markup).toContain('value="Anna &#34;A&#34; &lt;b&gt;"');
    expect(embed?.markup).toContain('value="anna@example.org"');
  });
});

describe("the App Proxy", () => {
  const shopify = shopifyApi({
    apiKey: "key",
    apiSecretKey: "secret",
    apiVersion: ApiVersion.October26,
    hostName: "app.example",
    isEmbeddedApp: true,
    isTesting: true,
    logger: { level: LogSeverity.Error },
  });

  const signed = (secret: string) => {
    const parameters = new URLSearchParams({
      shop: shop.permanent_domain,
      path_prefix: "/apps/attune",
      logged_in_customer_id: "",
      timestamp: String(Math.floor(Date.now() / 1000)),
    });
    return Object.fromEntries([...parameters, ["signature", proxySignature(parameters, secret)]]);
  };

  it("signs as Shopify's own library verifies", async () => {
    expect(await shopify.utils.validateHmac(signed("secret"), { signator: "appProxy" })).toBe(true);
    expect(await shopify.utils.validateHmac(signed("other"), { signator: "appProxy" })).toBe(false);
  });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Seen = { method: string; path: string; authorization: string; body: string };

export type EmbeddedApp = {
  url: string;
  seen: Seen[];
  /** What `/proxy/*` answers. */
  answerProxyWith: (status: number, body: unknown) => void;
  close: () => Promise<void>;
};

const PAGE = `
  <ui-nav-menu><a href="/" rel="home">Home</a><a href="/inbox">Inbox</a><a href="/settings">Settings</a></ui-nav-menu>
  <ui-title-bar title="Conversation">
    <button variant="primary" onclick="document.body.dataset.pressed = 'refresh'">Refresh</button>
  </ui-title-bar>
  <ui-save-bar id="bar">
    <button variant="primary" onclick="document.body.dataset.pressed = 'save'; shopify.saveBar.hide('bar')">Save</button>
    <button onclick="shopify.saveBar.hide('bar')">Discard</button>
  </ui-save-bar>
  <ui-modal id="modal"><p>Send it?</p><ui-title-bar title="Send reply">
    <button variant="primary" onclick="document.body.dataset.pressed = 'send'; shopify.modal.hide('modal')">Send</button>
  </ui-title-bar></ui-modal>
  <main><h1>A page of the app</h1><a href="shopify:admin/orders">Orders in the admin</a></main>
  <script>
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || !link.getAttribute("href").startsWith("/")) return;
      event.preventDefault();
      history.pushState({}, "", link.getAttribute("href"));
      document.querySelector("title").remove();
      document.head.append(Object.assign(document.createElement("title"), { textContent: link.textContent }));
    });
  </script>`;

/** An embedded app with nothing behind it: it behaves towards App Bridge and the App Proxy as Shopify's library makes an app behave. */
export async function startEmbeddedApp(devstoreUrl: () => string): Promise<EmbeddedApp> {
  const seen: Seen[] = [];
  let proxyAnswer = { status: 202, body: { messageId: "m1" } as unknown };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://app");
    let body = "";
    for await (const chunk of request) body += String(chunk);
    seen.push({
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body,
    });
    const script = `<script data-api-key="key" src="${devstoreUrl()}/app-bridge.js"></script>`;
    if (url.pathname.startsWith("/proxy/"))
      return send(response, proxyAnswer.status, JSON.stringify(proxyAnswer.body));
    if (url.pathname === "/stale" && seen.filter(({ path }) => path === "/stale").length === 1) {
      response.setHeader("X-Shopify-Retry-Invalid-Session-Request", "1");
      return send(response, 401, "");
    }
    if (url.pathname === "/auth/session-token") return send(response, 200, script);
    if (url.searchParams.get("embedded") === "1" && !url.searchParams.has("id_token")) {
      url.searchParams.set("shopify-reload", `http://${request.headers.host}${url.pathname}${url.search}`);
      response.setHeader("Location", `/auth/session-token${url.search}`);
      return send(response, 302, "");
    }
    const title = url.pathname === "/" ? "Home" : url.pathname.slice(1);
    send(
      response,
      200,
      `<!doctype html><html lang="en"><head><title>${title}</title>${script}</head><body>${PAGE}</body></html>`,
    );
  }

  const server = createServer((request, response) => void answer(request, response));
  await listen(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerProxyWith: (status, body) => {
      proxyAnswer = { status, body };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, body: string): void {
  const type = body.startsWith("{") ? "application/json" : "text/html; charset=utf-8";
  response.writeHead(status, { "Content-Type": type }).end(body);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
}

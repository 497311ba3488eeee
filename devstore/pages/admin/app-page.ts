import type { DevstoreContext } from "../../context.ts";
import type { ShopState } from "../../state/model.ts";
import { html, json } from "../html.ts";
import { adminDocument } from "./admin-document.ts";

/** The frame may speak before this page's scripts run: what it says until then is kept for them. */
const EARLY_MESSAGES = html`<script>
  window.earlyMessages = [];
  window.addEventListener("message", (event) => window.earlyMessages?.push(event));
</script>`;

const LEAVE_DIALOG = html`<dialog class="leave" aria-labelledby="leave-title" data-leave>
  <h2 id="leave-title">Leave page with unsaved changes?</h2>
  <p>What you changed on this page will be lost.</p>
  <div class="row">
    <button type="button" value="stay" data-leave-stay>Stay</button>
    <button type="button" class="critical" value="leave" data-leave-go>Leave page</button>
  </div>
</dialog>`;

type Opened = { path: string; locale: string; user: string | undefined };

/**
 * The app in its frame. `path` is the app's own, with its query, as it stands after `/store/{handle}/apps/{apiKey}`. What the
 * app asks of the admin through App Bridge is answered by assets/admin-frame.js.
 */
export function appPage(context: DevstoreContext, shop: ShopState, { path, locale, user }: Opened): string {
  const { apiKey, appUrl } = context.options;
  const settings = {
    appOrigin: new URL(appUrl).origin,
    appName: "Attune",
    shopName: shop.name,
    adminBase: `/store/${shop.handle}`,
    appBase: `/store/${shop.handle}/apps/${apiKey}`,
  };
  return adminDocument({
    shop,
    apiKey,
    section: "app",
    title: "Attune",
    scripts: ["admin-frame.js"],
    body: html`<script type="application/json" data-settings>
        ${json(settings)}
      </script>
      <div class="appbar">
        <a class="appbar__back" data-breadcrumb hidden href="#"
          ><svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path
              d="M12 5l-5 5 5 5"
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linecap="round"
              stroke-linejoin="round"
            /></svg
          ><span class="visually-hidden" data-breadcrumb-label>Back</span></a
        >
        <h1 class="appbar__title"><span>Attune</span><span class="appbar__page" data-page-title></span></h1>
        <div class="appbar__actions" data-title-actions></div>
      </div>
      <div class="savebar" role="region" aria-label="Unsaved changes" data-save-bar hidden>
        <p>Unsaved changes</p>
        <div class="row" data-save-buttons></div>
      </div>
      <div class="appdown" role="alert" data-app-down hidden>
        <p class="notice notice--critical">The app does not answer at ${new URL(appUrl).host}.</p>
        <button type="button" data-app-retry>Try again</button>
      </div>
      ${EARLY_MESSAGES}
      <iframe
        class="appframe"
        title="Attune"
        src="${context.embeddedUrl({ shop: shop.domain, path, locale, user })}"
        allow="clipboard-read; clipboard-write"
        data-app-frame
      ></iframe>
      <div class="toasts" role="status" aria-live="polite" data-toasts></div>
      ${LEAVE_DIALOG}
      <noscript
        ><p class="notice">
          The app needs JavaScript: it runs in a frame that speaks with this page.
        </p></noscript
      >`,
  });
}

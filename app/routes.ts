import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

/** Every address of the app that Remix serves. The raw doors (webhooks, mail in, health) are in entry.web.ts. */
export default [
  layout("routes/admin/route.tsx", [
    index("routes/home/route.tsx"),
    route("inbox", "routes/inbox/route.tsx"),
    route("inbox/:conversationId", "routes/conversation/route.tsx"),
    route("settings", "routes/settings/route.tsx"),
    route("settings/knowledge", "routes/settings/knowledge-route.tsx"),
    route("settings/set-aside", "routes/set-aside/route.tsx"),
  ]),
  route("inbox/:conversationId/draft", "routes/conversation/write-draft.ts"),
  route("attachments/:attachmentId", "routes/conversation/attachment.ts"),
  route("messages/:messageId/formatted", "routes/conversation/formatted-message.ts"),
  route("set-aside/:ref/content", "routes/set-aside/content.ts"),
  route("data-requests/:id", "routes/settings/data-export.ts"),
  route("auth/login", "routes/auth/login.tsx"),
  route("auth/*", "routes/auth/auth.ts"),

  route("api/conversations", "routes/api/conversations.ts"),
  route("api/conversations/:id", "routes/api/conversation.ts"),
  route("api/conversations/:id/send", "routes/api/send.ts"),
  route("api/conversations/:id/draft", "routes/api/draft.ts"),
  route("api/conversations/:id/decline", "routes/api/decline.ts"),
  route("api/conversations/:id/correct", "routes/api/correct.ts"),
  route("api/deliveries/:id/resolve", "routes/api/resolve.ts"),
  route("api/orders/:orderId", "routes/api/order.ts"),
  route("api/articles", "routes/api/articles.ts"),
  route("api/articles/:id", "routes/api/article.ts"),
  route("api/articles/:id/retire", "routes/api/article-retire.ts"),
  route("api/issues", "routes/api/issues.ts"),
  route("api/issues/:id", "routes/api/issue.ts"),
  route("api/issues/:id/outreach", "routes/api/outreach.ts"),
  route("api/settings", "routes/api/settings.ts"),
  route("api/health/shop", "routes/api/health-shop.ts"),
  route("api/*", "routes/api/not-found.ts"),
  route("proxy/contact", "routes/proxy/contact.ts"),
] satisfies RouteConfig;

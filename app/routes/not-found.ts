/**
 * Any address that is none of ours. Without this route the router would log the whole address, and the session token that Shopify puts
 * into an embedded page's query with it.
 */
export const loader = () => notFound();
export const action = () => notFound();

const notFound = () => new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });

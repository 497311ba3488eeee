import { createHmac, randomUUID } from "node:crypto";
import pg from "pg";
import { spawn } from "node:child_process";
const { makeShop } = await import("./tests/factories/shop.ts");
const { shop } = await makeShop();
const { shop: shop2 } = await makeShop();
const start = () => spawn("node", ["--disable-warning=ExperimentalWarning","app/entry.worker.ts"], {stdio:["ignore","inherit","inherit"]});
let worker = start();
const base = { id: 820982911946154508n, admin_graphql_api_id: "gid://shopify/Order/820982911946154508", name:"#9999", created_at:"2026-11-20T10:00:00Z", processed_at:"2026-11-20T10:00:00Z", updated_at:"2026-11-20T10:00:00Z", currency:"EUR", total_price:"10.00", current_total_price:"10.00", total_price_set:{shop_money:{amount:"10.00",currency_code:"EUR"}}, financial_status:"paid", fulfillment_status:null, line_items:[], fulfillments:[], refunds:[], tags:"", note:null, note_attributes:[], email:"x@example.test", customer:null, cancelled_at:null, closed_at:null, customer_locale:"en", order_number: 9999, order_status_url:"https://x.test" };
let ok=0; const t0=Date.now();
const N=Number(process.argv[2]??300);
for (let i=0;i<N;i+=20) {
  await Promise.all(Array.from({length:20},async(_,k)=>{
    const body = JSON.stringify({...base, id: 5000000000000+i+k, admin_graphql_api_id:`gid://shopify/Order/${5000000000000+i+k}`, name:`#${i+k}`});
    const r = await fetch("http://127.0.0.1:34871/webhooks",{method:"POST",body,headers:{"x-shopify-hmac-sha256":createHmac("sha256","b").update(body).digest("base64"),"x-shopify-shop-domain": (k%2?shop:shop2).domain,"x-shopify-topic":"orders/create","x-shopify-webhook-id":randomUUID(),"x-shopify-event-id":randomUUID()}});
    if (r.status===200) ok++;
  }));
  if (i===100) { worker.kill("SIGKILL"); worker = start(); console.log("killed"); }
}
console.log("acked",ok,"in",Date.now()-t0);
const c = new pg.Client({connectionString:process.env.DATABASE_URL}); await c.connect();
for (let s=0;s<120;s++){ const {rows}=await c.query("select state,count(*)::int from jobs group by 1"); const d=await c.query("select state,count(*)::int, min(reason) from webhook_deliveries group by 1"); 
 if (s%5===0) console.log(Date.now()-t0, JSON.stringify(rows), JSON.stringify(d.rows));
 if (rows.every(r=>r.state==="done"||r.state==="quarantined")) break; await new Promise(r=>setTimeout(r,1000)); }
console.log((await c.query("select name, state, outcome, error, max(attempts), count(*)::int from jobs group by 1,2,3,4 limit 20")).rows, (await c.query("select count(*) from orders")).rows);
await c.end(); worker.kill("SIGTERM"); process.exit(0);

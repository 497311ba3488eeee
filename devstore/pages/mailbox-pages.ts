import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import { asyncRoute } from "./async-route.ts";
import { htmlDocument } from "./layout.ts";
import { mailboxBody, type MailboxView } from "./mailbox/mailbox-body.ts";
import { replyAsShopper } from "./mailbox/reply-as-shopper.ts";

const behaviourSchema = z.strictObject({
  onRcpt: z.object({ code: z.number().int().min(400).max(599), message: z.string() }).optional(),
  onData: z.enum(["accept", "defer", "reject", "drop-after-dot", "hang-after-dot"]).optional(),
  keep: z.boolean().optional(),
  match: z.string().optional(),
  times: z.number().int().positive().optional(),
});
const replySchema = z.object({ address: z.string(), threadId: z.string(), text: z.string().trim().min(1) });

/** `/mailbox`: what shoppers received, as a page and as JSON; and how the mail server behaves, for tests. */
export function mailboxPages(context: DevstoreContext): Router {
  const router = express.Router();
  router.get("/mailbox", (request, response) => {
    const { to, thread } = z
      .object({ to: z.string().default(""), thread: z.string().default("") })
      .parse(request.query);
    response
      .set("Cache-Control", "no-store")
      .send(page(context, { address: to.toLowerCase(), threadId: thread }));
  });

  router.get("/mailbox/messages", (request, response) => {
    const { to } = z.object({ to: z.string().optional() }).parse(request.query);
    const items = context.mail
      .messages()
      .filter(
        ({ envelope }) => !to || envelope.to.some((address) => address.toLowerCase() === to.toLowerCase()),
      );
    response.set("Cache-Control", "no-store").json({ items });
  });

  router.get("/mailbox/behaviour", (_request, response) => {
    response.json(context.mail.behaviour());
  });
  router.put("/mailbox/behaviour", express.json(), (request, response) => {
    const behaviour = behaviourSchema.safeParse(request.body ?? {});
    if (!behaviour.success) {
      const [issue] = behaviour.error.issues;
      response
        .status(400)
        .json({ error: { message: issue?.message ?? "bad input", field: issue?.path.join(".") } });
      return;
    }
    context.mail.setBehaviour(behaviour.data);
    response.json(context.mail.behaviour());
  });

  router.post(
    "/mailbox/replies",
    express.urlencoded({ extended: false }),
    asyncRoute(async (request, response) => takeReply(context, request, response)),
  );
  return router;
}

function page(context: DevstoreContext, view: MailboxView): string {
  return htmlDocument({
    title: "Mailbox · Dev store",
    styles: ["mailbox.css"],
    scripts: ["mailbox.js"],
    body: mailboxBody(context, view),
  });
}

async function takeReply(context: DevstoreContext, request: Request, response: Response): Promise<void> {
  const reply = replySchema.safeParse(request.body);
  if (!reply.success) {
    response.status(400).type("text").send("A reply needs an address, a thread and a text.");
    return;
  }
  const { address, threadId, text } = reply.data;
  const sent = await replyAsShopper(context, reply.data);
  if (sent.outcome === "accepted") {
    response.redirect(303, `/mailbox?${new URLSearchParams({ to: address, thread: threadId }).toString()}`);
    return;
  }
  const unsent = { text, problem: problemOf(sent) };
  response.status(502).send(page(context, { address, threadId, unsent }));
}

type NotSent = Exclude<Awaited<ReturnType<typeof replyAsShopper>>, { outcome: "accepted" }>;

function problemOf(sent: NotSent): string {
  switch (sent.outcome) {
    case "refused":
      return `The app did not take the mail (${sent.status}): ${sent.detail}`;
    case "unreachable":
      return `The app could not be reached: ${sent.detail}. Your text is still here.`;
    case "nowhere":
      return sent.detail;
    case "unknown-thread":
      return "This conversation does not exist any more.";
  }
}

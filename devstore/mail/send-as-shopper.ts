import { createTransport } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import { readMessage } from "./read-message.ts";

export type ShopperMail = {
  from: string;
  fromName?: string;
  /** The app's inbound address; defaults to the one in the dev store's settings. */
  to?: string;
  subject: string;
  text: string;
  html?: string;
  /** Message-IDs with their angle brackets. */
  inReplyTo?: string;
  references?: string[];
  headers?: Record<string, string>;
  messageId?: string;
  attachments?: { filename: string; contentType: string; content: string | Uint8Array }[];
  /** Through the app's SMTP listener instead of its HTTP door. */
  smtp?: { host: string; port: number };
};

export type ShopperMailOutcome =
  /** `appMessageId` is the app's own id; the SMTP listener tells none. */
  | { outcome: "accepted"; messageId: string; appMessageId?: string }
  | { outcome: "refused"; status: number; detail: string }
  | { outcome: "unreachable"; detail: string }
  /** Neither the call nor the settings say where mail goes. */
  | { outcome: "nowhere"; detail: string };

type Context = Pick<DevstoreContext, "options" | "store" | "mail" | "now">;

/** Composes a shopper's e-mail as MIME and gives it to the app, as a mail provider would. Accepted mail is kept for the mailbox page. */
export async function sendAsShopper(context: Context, mail: ShopperMail): Promise<ShopperMailOutcome> {
  const to = mail.to ?? context.store.settings().inboundAddress;
  if (!to)
    return {
      outcome: "nowhere",
      detail: "No inbound address: give `to`, or PUT /control/settings { inboundAddress }.",
    };
  const raw = await compose(mail, to, context.now());
  const message = await readMessage({ raw, envelope: { from: mail.from, to: [to] }, at: context.now() });
  const outcome = mail.smtp
    ? await overSmtp({ raw, from: mail.from, to, smtp: mail.smtp })
    : await overHttp(context, { raw, to });
  if (outcome.outcome !== "accepted") return outcome;
  await context.mail.recordSent(message);
  return { ...outcome, messageId: message.messageId };
}

function compose(mail: ShopperMail, to: string, date: Date): Promise<Uint8Array> {
  return new MailComposer({
    from: { name: mail.fromName ?? "", address: mail.from },
    to: { name: "", address: to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    headers: mail.headers,
    messageId: mail.messageId,
    attachments: mail.attachments?.map((file) => ({
      ...file,
      content: typeof file.content === "string" ? file.content : Buffer.from(file.content),
    })),
    date,
  })
    .compile()
    .build();
}

const acceptedSchema = z.object({ messageId: z.string() });

/** Hands a mail to the app's door, as its mail provider does. */
export async function overHttp(
  { options }: Pick<Context, "options">,
  { raw, to }: { raw: Uint8Array; to: string },
): Promise<ShopperMailOutcome> {
  if (!options.inboundUrl)
    return { outcome: "nowhere", detail: "The dev store was started without --inbound-url." };
  const url = new URL(options.inboundUrl);
  url.searchParams.set("to", to);
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "message/rfc822", Authorization: `Bearer ${options.inboundToken ?? ""}` },
      body: Buffer.from(raw),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    return { outcome: "unreachable", detail: describe(error) };
  }
  const body = await response.text();
  if (!response.ok) return { outcome: "refused", status: response.status, detail: body.slice(0, 500) };
  return {
    outcome: "accepted",
    messageId: "",
    appMessageId: acceptedSchema.parse(JSON.parse(body)).messageId,
  };
}

async function overSmtp(input: {
  raw: Uint8Array;
  from: string;
  to: string;
  smtp: { host: string; port: number };
}): Promise<ShopperMailOutcome> {
  const transport = createTransport({ ...input.smtp, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: input.from, to: [input.to] }, raw: Buffer.from(input.raw) });
    return { outcome: "accepted", messageId: "" };
  } catch (error) {
    const status = z.object({ responseCode: z.number() }).safeParse(error);
    return status.success
      ? { outcome: "refused", status: status.data.responseCode, detail: describe(error) }
      : { outcome: "unreachable", detail: describe(error) };
  } finally {
    transport.close();
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

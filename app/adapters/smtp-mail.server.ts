import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { seconds, type Duration } from "#app/lib/duration.ts";
import type { MailOutcome, OutgoingMail, SendMail } from "#app/ports.ts";

/** How long a server may take: to accept the connection, to greet, to answer one command, and for everything. */
const TIMEOUTS = { connect: seconds(10), greeting: seconds(10), idle: seconds(30), whole: seconds(60) };
export type SmtpTimeouts = Record<keyof typeof TIMEOUTS, Duration>;

/**
 * Mail out by SMTP, one connection per mail. Nodemailer reports a timeout before DATA and one after the final dot alike, so
 * the session is driven step by step: as long as no mail was begun, nothing can have left ("unreachable"); from then on only
 * a response code is an answer and everything else is "unknown". Nodemailer's own timeouts are per step: a deadline ends it all.
 */
export function makeSmtpMail({
  url,
  timeouts = TIMEOUTS,
}: {
  url: string;
  timeouts?: SmtpTimeouts;
}): SendMail {
  const { auth, ...server } = parseConnectionUrl(url);
  const user = typeof auth?.user === "string" ? auth.user : "";
  const pass = typeof auth?.pass === "string" ? auth.pass : "";
  return async (mail) => {
    const raw = await compile(mail);
    // The same mail fails the same way: nothing has left, and trying again changes nothing.
    if (!raw) return { outcome: "rejected", code: 554, response: "5.6.0 The mail could not be composed" };
    const connection = new SMTPConnection({
      ...server,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.greeting,
      dnsTimeout: timeouts.connect,
      socketTimeout: timeouts.idle,
      socketCloseTimeout: seconds(1),
      logger: false,
    });
    const to = [mail.to, ...(mail.cc ?? [])].map(({ address }) => address);
    const envelope = { from: mail.from.address, to };
    return deliver({
      connection,
      raw,
      envelope,
      login: user ? { user, pass } : null,
      deadline: timeouts.whole,
    });
  };
}

/** Null when it cannot be put together. Nodemailer's errors quote what they could not read, so they go no further. */
async function compile(mail: OutgoingMail): Promise<Buffer | null> {
  try {
    return await new MailComposer(composed(mail)).compile().build();
  } catch {
    return null;
  }
}

type Session = {
  connection: SMTPConnection;
  raw: Buffer;
  envelope: { from: string; to: string[] };
  login: { user: string; pass: string } | null;
  deadline: Duration;
};

function deliver({ connection, raw, envelope, login, deadline }: Session): Promise<MailOutcome> {
  return new Promise((resolve) => {
    let begun = false;
    const finish = (outcome: MailOutcome) => {
      clearTimeout(timer);
      if (outcome.outcome === "accepted") connection.quit();
      else connection.close();
      resolve(outcome);
    };
    const fail = (error: unknown) => finish(outcomeOf(error, begun));
    const timer = setTimeout(() => fail(new Error("The mail server took too long.")), deadline);
    // Stays for the connection's whole life: an error that comes after the answer must not be an unhandled event.
    connection.on("error", fail);

    const send = () => {
      begun = true;
      connection.send(envelope, raw, (error, info) => {
        if (error) fail(error);
        else finish(takenFor(info));
      });
    };
    connection.connect((error) => {
      if (error) return fail(error);
      if (!login) return send();
      connection.login({ credentials: login }, (refused) => {
        // A refused login is about us, not about this mail: it is put right and the mail still goes.
        if (refused) finish({ outcome: "unreachable", reason: "The mail server refused the login." });
        else send();
      });
    });
  });
}

/** A server may take a mail for some of its recipients and refuse the others, each with an answer of its own. */
function takenFor(info: unknown): MailOutcome {
  const said = info as {
    response?: string;
    rejectedErrors?: { recipient?: string; responseCode?: number; response?: string }[];
  } | null;
  const refused = (said?.rejectedErrors ?? []).map(
    ({ recipient = "", responseCode = 550, response = "" }) => ({
      ...{ address: recipient, code: responseCode, response: short(response) },
    }),
  );
  const accepted = { outcome: "accepted", response: short(said?.response ?? "") } as const;
  return refused.length > 0 ? { ...accepted, refused } : accepted;
}

/** The names of nodemailer's errors may carry addresses; code and response are enough. */
function outcomeOf(error: unknown, begun: boolean): MailOutcome {
  const { code, rejectedErrors, ...whole } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    rejectedErrors?: { responseCode?: number; response?: string }[];
  };
  // Of several that were all refused, the one that it is for is the first.
  const { responseCode, response } = rejectedErrors?.[0] ?? whole;
  if (responseCode && responseCode >= 400 && responseCode < 600) {
    const outcome = responseCode < 500 ? "deferred" : "rejected";
    return { outcome, code: responseCode, response: short(response ?? String(responseCode)) };
  }
  const reason = code ?? "ETIMEDOUT";
  return begun ? { outcome: "unknown", reason } : { outcome: "unreachable", reason };
}

function composed(mail: OutgoingMail) {
  const { inReplyTo, references, headers, messageId, from, to, cc, replyTo, subject, text } = mail;
  const { attachments = [] } = mail;
  return {
    messageId,
    from,
    to: [to],
    ...(cc?.length ? { cc } : {}),
    replyTo: [replyTo],
    subject,
    text,
    references: references.join(" "),
    ...(inReplyTo ? { inReplyTo } : {}),
    ...(headers ? { headers } : {}),
    attachments: attachments.map(({ name, mimeType, bytes }) => ({
      ...{ filename: name, contentType: mimeType, content: Buffer.from(bytes) },
    })),
    // The text is ours: nothing in it may be read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const short = (response: string) => response.replace(/\s+/gu, " ").slice(0, 300);

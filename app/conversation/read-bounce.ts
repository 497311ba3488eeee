import { bareMailId } from "#app/conversation/mail-id.ts";

export type ReportPart = { mimeType: string; text: string };
export type Bounce = {
  /** The Message-ID of the mail it is about, without brackets. */
  originalMailId: string | null;
  /** RFC 3463 status, such as 5.1.1; empty when the report has none. */
  status: string;
  /** It will never arrive: a failed action with a 5.x.x status. */
  permanent: boolean;
};

/** Reads a delivery report (RFC 3464) or an abuse report (RFC 5965) from its machine-readable parts. */
export function readBounce(parts: readonly ReportPart[]): Bounce {
  const report = parts.find((part) => /^message\/(?:global-)?delivery-status$/.test(part.mimeType));
  const fields = unfold(report?.text ?? "");
  const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ?? "";
  const action = /^action:\s*([a-z]+)/im.exec(fields)?.[1]?.toLowerCase() ?? "";
  return {
    originalMailId: originalMailId(parts),
    status,
    permanent: action === "failed" && status.startsWith("5."),
  };
}

/** Whose mail did not arrive, as the report says; null where it does not. */
export function reportedRecipient(parts: readonly ReportPart[]): string | null {
  const reports = parts.filter(({ mimeType }) =>
    /^message\/(?:(?:global-)?delivery-status|feedback-report)$/.test(mimeType),
  );
  for (const { text } of reports) {
    const said =
      /^(?:original-recipient|final-recipient|original-rcpt-to):\s*(?:[\w-]+;)?\s*<?([^\s<>;]+@[^\s<>;]+?)>?\s*$/im.exec(
        unfold(text),
      );
    if (said?.[1]) return said[1];
  }
  return null;
}

function originalMailId(parts: readonly ReportPart[]): string | null {
  for (const part of parts) {
    if (!/^(?:message\/(?:global|rfc822)|text\/rfc822-headers|message\/rfc822-headers)/.test(part.mimeType))
      continue;
    const head = unfold(part.text).split(/\n\s*\n/)[0] ?? "";
    const id = /^message-id:\s*(<[^<>\s]+>|\S+)/im.exec(head)?.[1];
    if (id) return bareMailId(id);
  }
  return null;
}

const unfold = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");

import { Banner, Text } from "@shopify/polaris";
import type { IncidentSummary, IssueDetail } from "#app/desk/issue-shapes.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { incidentTitle } from "#app/components/incident-words.ts";
import { zonedDay, zonedTime } from "#app/components/zoned-time.ts";
import { useWords } from "#app/components/words.tsx";

type ShownIssue = IssueDetail & { incident: IncidentSummary | null; draftedIn: string | null };
type Given = {
  issue: ShownIssue;
  zone: string | null;
  onReopen: (() => void) | null;
};

/** What is to know before anything else: it is over, put off, or its message is on its way or did not leave. */
export function StatusBanners({ issue, zone, onReopen }: Given) {
  const say = useWords();
  return (
    <>
      <Ended issue={issue} zone={zone} onReopen={onReopen} />
      {issue.status === "open" && issue.snoozedUntil ? (
        <Banner tone="info">{`Snoozed until ${zonedDay(say, issue.snoozedUntil, zone)}. It comes back sooner when something new happens to the order.`}</Banner>
      ) : null}
      <MessageBanner issue={issue} zone={zone} />
      {issue.incident && issue.status === "open" ? (
        <Banner
          tone="info"
          action={{ content: "Review all of them", url: `/issues/incidents/${issue.incident.id}` }}
        >
          <BidiText>{`Part of one cause. ${incidentTitle(say, issue.incident)}.`}</BidiText>
        </Banner>
      ) : null}
    </>
  );
}

function Ended({ issue: { status, resolvedAt, resolvedBy }, zone, onReopen }: Given) {
  const say = useWords();
  if (status === "open" || !resolvedAt) return null;
  const when = zonedTime(say, resolvedAt, zone);
  if (status === "dismissed")
    return (
      <Banner tone="info" {...(onReopen ? { action: { content: "Undo", onAction: onReopen } } : {})}>
        {`Marked as not a problem on ${when}.`}
      </Banner>
    );
  return (
    <Banner tone={resolvedBy === "records" ? "success" : "info"}>{endedBecause(resolvedBy, when)}</Banner>
  );
}

function endedBecause(by: string | null, when: string): string {
  switch (by) {
    case "never_was":
      return `Later records show that it was not so. Closed ${when}.`;
    case "settings":
      return `By your settings it is no problem any more. Closed ${when}.`;
    case "deleted":
      return `The order was deleted. Closed ${when}.`;
    case null:
    default:
      return `It is over since ${when}, as the records say.`;
  }
}

function MessageBanner({
  issue: { outreach, delivery, conversationId, draftedIn },
  zone,
}: Omit<Given, "onReopen">) {
  const say = useWords();
  const where = conversationId ?? draftedIn;
  const open = where ? { action: { content: "Open the conversation", url: `/inbox/${where}` } } : {};
  if (delivery?.status === "uncertain")
    return (
      <Banner tone="warning" title="It is not certain that the message left" {...open}>
        The mail server gave no clear answer. Nothing is sent again until you decide, in the conversation.
      </Banner>
    );
  if (delivery?.status === "failed")
    return (
      <Banner tone="critical" title="The message was not sent" {...open}>
        <Text as="p" breakWord>
          {delivery.response ?? "The mail server refused it."}
        </Text>
      </Banner>
    );
  if (outreach?.state === "approved")
    return (
      <Banner tone="info">
        {outreach.notBefore
          ? `Approved. It leaves ${zonedTime(say, outreach.notBefore, zone)}, when the quiet hours are over where the shopper is.`
          : "The message is on its way."}
      </Banner>
    );
  if (outreach?.state === "sent")
    return (
      <Banner
        tone="success"
        {...open}
      >{`The shopper was told on ${zonedTime(say, outreach.changedAt, zone)}.`}</Banner>
    );
  return null;
}

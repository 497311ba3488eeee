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
  onEndSnooze: () => void;
  onTakeBack: () => void;
  /** What was asked for is under way. */
  working: boolean;
};

/** What is to know before anything else: it is over, put off, or its message is on its way or did not leave. */
export function StatusBanners(given: Given) {
  const { issue, zone, working, onEndSnooze } = given;
  const say = useWords();
  return (
    <>
      <Ended {...given} />
      {issue.status === "open" && issue.snoozedUntil ? (
        <Banner
          tone="info"
          action={{ content: say("issue.snooze.end"), onAction: onEndSnooze, loading: working }}
        >
          {say("issue.snoozed", { day: zonedDay(say, issue.snoozedUntil, zone) })}
        </Banner>
      ) : null}
      <MessageBanner {...given} />
      {issue.incident && issue.status === "open" ? (
        <Banner
          tone="info"
          action={{ content: say("issue.incident.review"), url: `/issues/incidents/${issue.incident.id}` }}
        >
          <BidiText>{say("issue.incident", { incident: incidentTitle(say, issue.incident) })}</BidiText>
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
      <Banner
        tone="info"
        {...(onReopen ? { action: { content: say("action.undo"), onAction: onReopen } } : {})}
      >
        {say("issue.ended.dismissed", { when })}
      </Banner>
    );
  return (
    <Banner tone={resolvedBy === "records" ? "success" : "info"}>
      {say(`issue.ended.${endOf(resolvedBy)}`, { when })}
    </Banner>
  );
}

const ENDS = ["never_was", "settings", "deleted"] as const;
const endOf = (by: string | null) => ENDS.find((end) => end === by) ?? "records";

function MessageBanner({
  issue: { outreach, delivery, conversationId, draftedIn },
  zone,
  working,
  onTakeBack,
}: Given) {
  const say = useWords();
  const where = conversationId ?? draftedIn;
  const open = where ? { action: { content: say("issue.message.open"), url: `/inbox/${where}` } } : {};
  if (delivery?.status === "uncertain")
    return (
      <Banner tone="warning" title={say("issue.message.uncertain")} {...open}>
        {say("issue.message.uncertain.text")}
      </Banner>
    );
  if (delivery?.status === "failed")
    return (
      <Banner tone="critical" title={say("issue.message.failed")} {...open}>
        <Text as="p" breakWord>
          {delivery.response ?? say("issue.message.failed.text")}
        </Text>
      </Banner>
    );
  if (outreach?.state === "approved")
    return (
      <Banner
        tone="info"
        {...(delivery?.status === "queued"
          ? { action: { content: say("issue.message.takeBack"), onAction: onTakeBack, loading: working } }
          : {})}
      >
        {outreach.notBefore
          ? say("issue.message.approvedLater", { when: zonedTime(say, outreach.notBefore, zone) })
          : say("issue.message.approved")}
      </Banner>
    );
  if (outreach?.state === "sent")
    return (
      <Banner tone="success" {...open}>
        {say("issue.message.sent", { when: zonedTime(say, outreach.changedAt, zone) })}
      </Banner>
    );
  return null;
}

import { Link } from "@remix-run/react";
import { Badge, Checkbox } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { incidentPlaceLabel } from "#app/components/incident-words.ts";
import { emotionLabel, intentLabel, isolated } from "#app/components/labels.ts";
import { WhoElse } from "#app/components/live/who-else.tsx";
import { personName } from "#app/components/person-name.ts";
import { shortSubject } from "#app/components/short-subject.ts";
import { useWords } from "#app/components/words.tsx";
import type { ListedConversation, ListedIncident } from "#app/desk/inbox/listed-conversation.ts";
import type { Present } from "#app/desk/live/desk-event.ts";
import { sayCode } from "#app/words/say.ts";
import { TO_READ } from "./inbox-address.ts";
import { TimeOfIt } from "./time-of-it.tsx";

type Given = {
  item: ListedConversation;
  isChosen: boolean;
  /** It does not belong to the view any more. */
  hasLeft: boolean;
  showStatus: boolean;
  present: Present[];
  zone: string | null;
  onChoose: (chosen: boolean) => void;
  /** Somebody is about to open it. */
  onNear: () => void;
};

export const rowId = (id: string) => `conversation-${id}`;

/** One conversation: who, what, how it begins, where it stands, and since when somebody waits. */
export function ConversationRow(given: Given) {
  const { item, isChosen, hasLeft, present, zone, onChoose, onNear } = given;
  const say = useWords();
  const subject = item.subject || say("inbox.noSubject");
  const short = shortSubject(subject);
  return (
    <li className="inbox-row" data-chosen={isChosen || undefined} data-left={hasLeft || undefined}>
      <div className="inbox-check">
        <Checkbox
          label={say("inbox.choose", { subject: isolated(short) })}
          labelHidden
          checked={isChosen}
          onChange={onChoose}
        />
      </div>
      <div className="inbox-who">
        <span className="inbox-name" id={`${rowId(item.id)}-who`}>
          <BidiText>{item.customer.name || item.customer.email || say("inbox.noName")}</BidiText>
        </span>
        {item.order ? (
          <span className="inbox-order">
            {[item.order.name, item.orderState ? sayCode(say, "inbox.order", item.orderState) : null]
              .filter(Boolean)
              .join(" · ")}
          </span>
        ) : null}
      </div>
      <div className="inbox-what">
        <Link
          id={rowId(item.id)}
          className="inbox-subject"
          to={`/inbox/${item.id}`}
          state={TO_READ}
          title={subject}
          // The line's own direction: what does not fit is left out at its end, and not at its beginning.
          dir="auto"
          aria-describedby={`${rowId(item.id)}-who`}
          data-row={item.id}
          onFocus={onNear}
          onMouseEnter={onNear}
        >
          {short}
        </Link>
        <Preview item={item} />
        <Marks {...given} />
      </div>
      <div className="inbox-side">
        <span className="inbox-time">
          <TimeOfIt item={item} zone={zone} />
        </span>
        <span className="inbox-assignee">
          {item.assignee ? (
            <>
              <span className="attune-hidden">
                {say("inbox.assignee", { name: isolated(personName(say, item.assignee.name)) })}
              </span>
              <span aria-hidden="true">
                <BidiText>{personName(say, item.assignee.name)}</BidiText>
              </span>
            </>
          ) : null}
        </span>
        <WhoElse people={present} />
      </div>
    </li>
  );
}

function Preview({ item: { preview } }: { item: ListedConversation }) {
  const say = useWords();
  if (!preview?.text) return null;
  const text = preview.by === "shop" ? say("inbox.ours", { text: isolated(preview.text) }) : preview.text;
  return (
    <p className="inbox-preview" dir="auto">
      {text}
    </p>
  );
}

/** Badges for what stands out; in plain words what every conversation has. */
function Marks({ item, hasLeft, showStatus }: Given) {
  const say = useWords();
  const standsOut = item.emotion !== null && (item.unsure || item.emotion !== "neutral");
  const plain = [
    ...(standsOut || !item.emotion ? [] : [emotionLabel(say, item.emotion)]),
    ...(item.intent && item.intent !== "other" ? [intentLabel(say, item.intent)] : []),
    ...(item.toReview && !hasLeft ? [say("inbox.draft")] : []),
  ];
  return (
    <div className="inbox-marks">
      {hasLeft ? <Badge tone="info">{say("inbox.left")}</Badge> : null}
      {item.risk ? (
        <Badge tone={item.risk === "overdue" || item.risk === "broken" ? "critical" : "warning"}>
          {say(`inbox.risk.${item.risk}`)}
        </Badge>
      ) : null}
      <PriorityBadge priority={item.priority} />
      {standsOut ? <EmotionBadge emotion={item.emotion} unsure={item.unsure} /> : null}
      {showStatus && !hasLeft ? <StatusBadge status={item.status} /> : null}
      <span className="inbox-plain">{plain.join(" · ")}</span>
      {item.incident ? <SameIncident incident={item.incident} /> : null}
      {item.tags.map((tag) => (
        <span className="inbox-tag" key={tag}>
          <BidiText>{tag}</BidiText>
        </span>
      ))}
    </div>
  );
}

/** What the order and others have in common, and the way to all that was written about it. */
function SameIncident({ incident }: { incident: ListedIncident }) {
  const say = useWords();
  const place = isolated(incidentPlaceLabel(say, incident));
  return (
    <Link
      className="inbox-tag inbox-incident"
      to={`/inbox?view=all&incident=${incident.id}`}
      aria-label={say("inbox.incident.show", { place })}
    >
      {say("inbox.incident", { place })}
    </Link>
  );
}

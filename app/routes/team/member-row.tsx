import { Badge, BlockStack, Box, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import { roles } from "#app/shop/roles.ts";
import type { May, Member } from "./members.tsx";

type Given = {
  member: Member;
  may: May;
  /** Somebody else has to be owner before this one can step down. */
  lastOwner: boolean;
  busy: boolean;
  onChange: (fields: Record<string, string>) => void;
  onRemove: () => void;
};

/** One person: who they are, when they were here, their role, and whether they are away. */
export function MemberRow(given: Given) {
  const { member, may } = given;
  const own = member.self;
  return (
    <Box padding="400">
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <Who member={member} showsRole={!may.manage} isBound={may.manage && given.lastOwner} />
        <InlineStack align="start" gap="200" blockAlign="center">
          {may.manage && !own ? <RemoveButton {...given} /> : null}
          {own || may.sendAway ? <AwayButton {...given} /> : null}
          {may.manage ? <RoleSelect {...given} /> : null}
        </InlineStack>
      </InlineStack>
    </Box>
  );
}

type Shown = { member: Member; showsRole: boolean; isBound: boolean };

/** `isBound`: their role cannot be changed now, and this says why. */
function Who({ member, showsRole, isBound }: Shown) {
  const say = useWords();
  const { name, email, role, away, self, seenAt } = member;
  return (
    <div style={{ minWidth: 0, flex: "1 1 14rem", overflowWrap: "anywhere" }}>
      <BlockStack gap="050">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            <BidiText>{name}</BidiText>
          </Text>
          {self ? <Badge tone="info">{say("team.badge.you")}</Badge> : null}
          {showsRole ? <Badge>{say(`team.role.${role}`)}</Badge> : null}
          {away ? <Badge tone="attention">{say("team.badge.away")}</Badge> : null}
        </InlineStack>
        {email && email !== name ? (
          <Text as="p" tone="subdued">
            {email}
          </Text>
        ) : null}
        <Text as="p" tone="subdued" variant="bodySm">
          <Words of="team.seen" values={{ when: <RelativeTime at={seenAt} /> }} />
        </Text>
        {isBound ? (
          <Text as="p" tone="subdued" variant="bodySm">
            {say("team.lastOwner")}
          </Text>
        ) : null}
      </BlockStack>
    </div>
  );
}

function AwayButton({ member, busy, onChange }: Given) {
  const say = useWords();
  const { id, name, away } = member;
  const does = away ? "back" : "away";
  return (
    <Button
      onClick={() => {
        if (!busy) onChange({ intent: "away", id, away: String(!away) });
      }}
      accessibilityLabel={say(`team.${does}Of`, { name })}
    >
      {say(`team.${does}`)}
    </Button>
  );
}

function RoleSelect({ member, lastOwner, busy, onChange }: Given) {
  const say = useWords();
  const { id, name, role } = member;
  return (
    <Box minWidth="8.5rem">
      <Select
        label={say("team.roleOf", { name })}
        labelHidden
        options={roles.map((value) => ({ value, label: say(`team.role.${value}`) }))}
        value={role}
        // Kept at once: while it is, whoever chose stays where they are.
        disabled={lastOwner}
        onChange={(value) => {
          if (!busy) onChange({ intent: "role", id, role: value });
        }}
      />
    </Box>
  );
}

function RemoveButton({ member, lastOwner, busy, onRemove }: Given) {
  const say = useWords();
  return (
    <Button
      tone="critical"
      variant="tertiary"
      disabled={busy || lastOwner}
      onClick={onRemove}
      accessibilityLabel={say("action.removeItemAsk", { item: member.name })}
    >
      {say("action.remove")}
    </Button>
  );
}

import { useFetcher } from "@remix-run/react";
import { Banner, Box, Card, Divider, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import { Unreached } from "#app/components/unreached.tsx";
import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import { withNames } from "#app/components/person-name.ts";
import { useWords } from "#app/components/words.tsx";
import type { ListedStaff } from "#app/shop/list-staff.server.ts";
import { MemberRow } from "./member-row.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import type { clientAction } from "./route.tsx";

export type Member = Omit<ListedStaff, "seenAt"> & { seenAt: string; self: boolean };
/** Whether whoever looks gives roles and removes people, and whether they say of others that they are away. */
export type May = { manage: boolean; sendAway: boolean };

const SAID = {
  went_away: "team.said.away",
  came_back: "team.said.back",
  role_changed: "team.said.role",
  removed: "team.said.removed",
} as const;

/** Everybody of the team, with what can be done about each. */
export function Members({ members, may }: { members: Member[]; may: May }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [leaving, setLeaving] = useState<Member | null>(null);
  useOutcomeToast(fetcher.data, SAID);
  const busy = fetcher.state !== "idle";
  const change = (fields: Record<string, string>) => fetcher.submit(fields, { method: "post" });
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <Card padding="0">
      <NotDone outcome={fetcher.data?.outcome} />
      {withNames(say, members).map((member, position) => (
        <Fragment key={member.id}>
          {position > 0 ? <Divider /> : null}
          <MemberRow
            member={member}
            may={may}
            lastOwner={member.role === "owner" && owners === 1}
            busy={busy}
            onChange={change}
            onRemove={() => setLeaving(member)}
          />
        </Fragment>
      ))}
      {members.length === 1 ? (
        <Box padding="400" background="bg-surface-secondary">
          <Text as="p" tone="subdued">
            {say("team.alone")}
          </Text>
        </Box>
      ) : null}
      <RemoveDialog
        member={leaving}
        onClose={() => setLeaving(null)}
        onRemove={(id) => {
          setLeaving(null);
          change({ intent: "remove", id });
        }}
      />
    </Card>
  );
}

/** Why a click came to nothing. */
function NotDone({ outcome }: { outcome: string | undefined }) {
  const say = useWords();
  switch (outcome) {
    case "last_owner":
    case "not_there":
    case "not_allowed":
    case "refused":
      return (
        <Box padding="400" paddingBlockEnd="0">
          <Banner tone="critical">{say(`team.refused.${outcome}`)}</Banner>
        </Box>
      );
    case "unreachable":
      return (
        <Box padding="400" paddingBlockEnd="0">
          <Unreached answered={{ outcome }} />
        </Box>
      );
    case undefined:
    default:
      return null;
  }
}

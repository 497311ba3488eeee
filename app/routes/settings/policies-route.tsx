import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import {
  BlockStack,
  Box,
  Button,
  Card,
  Collapsible,
  EmptyState,
  InlineStack,
  Page,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { reachOr } from "#app/components/last-known.ts";
import { ShopTime } from "#app/components/shop-time.tsx";
import { titled, useWords, Words } from "#app/components/words.tsx";
import { readPolicies, readPoliciesReadAt, type Policy } from "#app/mirror/read-policies.server.ts";
import { refreshPolicies } from "#app/mirror/refresh-policies.server.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { ports } from "#app/wiring.server.ts";
import { PoliciesRefresh } from "./policies-refresh.tsx";
import styles from "./settings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("policies.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop } = session;
  return inShop(async (tx) => ({
    policies: await readPolicies(tx),
    readAt: await readPoliciesReadAt(tx, shop.id),
    zone: await readTimeZone(tx, shop.id),
  }));
};

/** Has Shopify tell the policies now, and answers when it has. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop } = session;
  return refreshPolicies({ inShop, shopAdmin: ports.shopAdmin }, shop.id);
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function PoliciesPage() {
  const say = useWords();
  const { policies, readAt, zone } = useLoaderData<typeof loader>();
  const edit = {
    content: say("policies.edit"),
    url: "shopify://admin/settings/legal",
    target: "_blank",
  } as const;
  return (
    <Page
      title={say("policies.title")}
      subtitle={say("policies.description")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
      secondaryActions={policies.length > 0 ? [edit] : []}
    >
      <BlockStack gap="400">
        <PoliciesRefresh readAt={readAt} zone={zone} />
        {policies.length === 0 ? (
          <Card>
            <EmptyState heading={say("policies.none")} image="" action={edit}>
              <p>{say("policies.none.text")}</p>
            </EmptyState>
          </Card>
        ) : (
          policies.map((policy) => <PolicyCard key={policy.type} policy={policy} zone={zone} />)
        )}
      </BlockStack>
    </Page>
  );
}

function PolicyCard({ policy, zone }: { policy: Policy; zone: string }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = `policy-${policy.type}`;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {policy.title}
          </Text>
          <Button
            size="slim"
            onClick={() => setOpen(!isOpen)}
            ariaExpanded={isOpen}
            ariaControls={id}
            accessibilityLabel={say(isOpen ? "policies.hideOf" : "policies.showOf", { title: policy.title })}
          >
            {say(isOpen ? "policies.hide" : "policies.show")}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          <Words of="policies.changed" values={{ ago: <ShopTime at={policy.updatedAt} zone={zone} /> }} />
        </Text>
        <Collapsible id={id} open={isOpen}>
          <Box background="bg-surface-secondary" padding="300" borderRadius="200">
            <div className="attune-policy">{policy.body}</div>
          </Box>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

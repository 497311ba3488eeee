import { useFetcher } from "@remix-run/react";
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  Divider,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

type Address = { id: string; address: string; name: string; signature: string; isDefault: boolean };

/** The From addresses of the shop: add, change, remove. Until there is one the deployment's address is used, and this says so. */
export function SendingAddressesCard({
  addresses,
  fallback,
  shopName,
}: {
  addresses: Address[];
  fallback: string;
  shopName: string;
}) {
  const [editing, setEditing] = useState<Address | "new" | null>(null);
  return (
    <Card>
      <BlockStack gap="400">
        {addresses.length === 0 ? (
          <Banner tone="info">Replies are sent from {fallback} until you add an address of your own.</Banner>
        ) : (
          addresses.map((one) => (
            <BlockStack gap="300" key={one.id}>
              <AddressRow address={one} onEdit={() => setEditing(one)} />
              <Divider />
            </BlockStack>
          ))
        )}
        {editing ? (
          <AddressForm
            key={editing === "new" ? "new" : editing.id}
            address={editing === "new" ? null : editing}
            shopName={shopName}
            onDone={() => setEditing(null)}
          />
        ) : (
          <InlineStack>
            <Button onClick={() => setEditing("new")}>Add address</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function AddressRow({ address, onEdit }: { address: Address; onEdit: () => void }) {
  const fetcher = useFetcher<typeof clientAction>();
  const [asking, setAsking] = useState(false);
  const remove = () => fetcher.submit({ intent: "remove-address", id: address.id }, { method: "post" });
  return (
    <BlockStack gap="200">
      <Unreached answered={fetcher.data} />
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              <BidiText>{address.name || address.address}</BidiText>
            </Text>
            {address.isDefault ? <Badge>Default</Badge> : null}
          </InlineStack>
          <Text as="p" tone="subdued">
            {address.address}
          </Text>
        </div>
        {asking ? (
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="span">Remove it and its signature?</Text>
            <Button
              tone="critical"
              variant="primary"
              onClick={remove}
              loading={fetcher.state !== "idle"}
              accessibilityLabel={`Remove ${address.address}`}
            >
              Remove
            </Button>
            <Button onClick={() => setAsking(false)} disabled={fetcher.state !== "idle"}>
              Keep
            </Button>
          </InlineStack>
        ) : (
          <InlineStack gap="200">
            <Button onClick={onEdit} accessibilityLabel={`Edit ${address.address}`}>
              Edit
            </Button>
            <Button
              tone="critical"
              variant="tertiary"
              onClick={() => setAsking(true)}
              accessibilityLabel={`Remove ${address.address} …`}
            >
              Remove
            </Button>
          </InlineStack>
        )}
      </InlineStack>
    </BlockStack>
  );
}

function AddressForm({
  address,
  shopName,
  onDone,
}: {
  address: Address | null;
  shopName: string;
  onDone: () => void;
}) {
  const fetcher = useFetcher<typeof clientAction>();
  const [fields, setFields] = useState({
    address: address?.address ?? "",
    name: address?.name ?? shopName,
    signature: address?.signature ?? "",
    isDefault: address?.isDefault ?? false,
  });
  const errors = fetcher.data?.outcome === "refused" ? fetcher.data.errors : {};
  const saved = fetcher.state === "idle" && fetcher.data?.outcome === "saved";
  useEffect(() => {
    if (saved) onDone();
  }, [saved, onDone]);
  const set = (name: "address" | "name" | "signature") => (value: string) =>
    setFields({ ...fields, [name]: value });
  const save = () =>
    fetcher.submit(
      { intent: "save-address", ...fields, isDefault: String(fields.isDefault) },
      { method: "post" },
    );
  return (
    <BlockStack gap="400">
      <Unreached answered={fetcher.data} />
      <FormLayout>
        <TextField
          label="Email address"
          type="email"
          value={fields.address}
          onChange={set("address")}
          error={errors["address"]}
          autoComplete="email"
          disabled={address !== null}
        />
        <TextField
          label="Sender name"
          value={fields.name}
          onChange={set("name")}
          error={errors["name"]}
          autoComplete="organization"
        />
        <TextField
          label="Signature"
          value={fields.signature}
          onChange={set("signature")}
          error={errors["signature"]}
          multiline={2}
          autoComplete="off"
          helpText="Leave empty to use the one under Voice."
        />
        <Checkbox
          label="Use this address for replies"
          checked={fields.isDefault}
          onChange={(isDefault) => setFields({ ...fields, isDefault })}
        />
        <InlineStack gap="200">
          <Button variant="primary" onClick={save} loading={fetcher.state !== "idle"}>
            Save address
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </InlineStack>
      </FormLayout>
    </BlockStack>
  );
}

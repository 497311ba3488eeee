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
import { useEffect, useId, useRef, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { faultLabels } from "#app/components/fault-words.ts";
import { useWords } from "#app/components/words.tsx";
import type { ShownAddress } from "#app/shop/list-sending-addresses.server.ts";
import { AddressProof } from "./address-proof.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

type Address = ShownAddress;

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
  const say = useWords();
  const [editing, setEditing] = useState<Address | "new" | null>(null);
  const add = useFocusAfter(editing !== null);
  return (
    <Card>
      <BlockStack gap="400">
        {addresses.some(({ provenAt }) => provenAt !== null) ? null : (
          <Banner tone="info">{say("mail.addresses.fallback", { address: fallback })}</Banner>
        )}
        {addresses.map((one) => (
          <BlockStack gap="300" key={one.id}>
            <AddressRow address={one} onEdit={() => setEditing(one)} />
            <AddressProof address={one} />
            <Divider />
          </BlockStack>
        ))}
        {editing ? (
          <AddressForm
            key={editing === "new" ? "new" : editing.id}
            address={editing === "new" ? null : editing}
            shopName={shopName}
            onDone={() => setEditing(null)}
          />
        ) : (
          <InlineStack>
            <Button id={add} onClick={() => setEditing("new")}>
              {say("settings.addresses.add")}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

/** The id of what takes the focus when the form is done: the button that had it is gone with the form. */
function useFocusAfter(editing: boolean): string {
  const id = useId();
  const before = useRef(editing);
  useEffect(() => {
    if (before.current && !editing && document.activeElement === document.body)
      document.getElementById(id)?.focus();
    before.current = editing;
  }, [editing, id]);
  return id;
}

function AddressRow({ address, onEdit }: { address: Address; onEdit: () => void }) {
  const say = useWords();
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
            {address.isDefault ? <Badge>{say("settings.addresses.default")}</Badge> : null}
            <Badge tone={address.provenAt ? "success" : "attention"}>
              {say(address.provenAt ? "mail.addresses.proven" : "mail.addresses.unproven")}
            </Badge>
          </InlineStack>
          <Text as="p" tone="subdued">
            {address.address}
          </Text>
        </div>
        {asking ? (
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="span">{say("settings.addresses.ask")}</Text>
            <Button
              tone="critical"
              variant="primary"
              onClick={remove}
              loading={fetcher.state !== "idle"}
              accessibilityLabel={say("action.removeItem", { item: address.address })}
            >
              {say("action.remove")}
            </Button>
            <Button onClick={() => setAsking(false)} disabled={fetcher.state !== "idle"}>
              {say("action.keep")}
            </Button>
          </InlineStack>
        ) : (
          <InlineStack gap="200">
            <Button onClick={onEdit} accessibilityLabel={say("action.editItem", { item: address.address })}>
              {say("action.edit")}
            </Button>
            <Button
              tone="critical"
              variant="tertiary"
              onClick={() => setAsking(true)}
              accessibilityLabel={say("action.removeItemAsk", { item: address.address })}
            >
              {say("action.remove")}
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
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [fields, setFields] = useState({
    address: address?.address ?? "",
    name: address?.name ?? shopName,
    signature: address?.signature ?? "",
    isDefault: address?.isDefault ?? false,
  });
  const errors = faultLabels(say, fetcher.data);
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
          label={say("settings.addresses.email")}
          type="email"
          value={fields.address}
          onChange={set("address")}
          error={errors["address"]}
          autoComplete="email"
          disabled={address !== null}
        />
        <TextField
          label={say("settings.addresses.name")}
          value={fields.name}
          onChange={set("name")}
          error={errors["name"]}
          autoComplete="organization"
        />
        <TextField
          label={say("settings.addresses.signature")}
          value={fields.signature}
          onChange={set("signature")}
          error={errors["signature"]}
          multiline={2}
          autoComplete="off"
          helpText={say("settings.addresses.signature.help")}
        />
        <Checkbox
          label={say("settings.addresses.use")}
          checked={fields.isDefault}
          onChange={(isDefault) => setFields({ ...fields, isDefault })}
        />
        <InlineStack gap="200">
          <Button variant="primary" onClick={save} loading={fetcher.state !== "idle"}>
            {say("settings.addresses.save")}
          </Button>
          <Button onClick={onDone}>{say("action.cancel")}</Button>
        </InlineStack>
      </FormLayout>
    </BlockStack>
  );
}

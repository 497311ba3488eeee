import { Card, ChoiceList, FormLayout, TextField } from "@shopify/polaris";
import { shopifyNotices, type ShopifyNotice } from "#app/shop/outreach-settings.ts";
import type { Change, Errors } from "./form-parts.ts";
import type { Fields } from "./fields.ts";
import { TagsField } from "./tags-field.tsx";

type Given = {
  fields: Pick<Fields, "handlingDays" | "shopifyTells" | "perishableTags" | "preorderTags">;
  errors: Errors;
  onChange: Change;
};

/** As they are called under Notifications in the shop's own settings. */
const NOTICES: { value: ShopifyNotice; label: string }[] = [
  { value: "shipping", label: "shipped" },
  { value: "delivered", label: "delivered" },
  { value: "refund", label: "refunded" },
  { value: "cancellation", label: "cancelled" },
];

/** How the shop works, as far as telling a problem from the usual needs it. */
export function PromisesCard({ fields, errors, onChange }: Given) {
  return (
    <Card>
      <FormLayout>
        <TextField
          label="Handling time"
          type="number"
          min={0}
          max={60}
          suffix="business days"
          value={fields.handlingDays}
          onChange={(handlingDays) => onChange({ handlingDays })}
          error={errors["handlingDays"]}
          helpText="Within these days you say that an order ships. Attune also learns how long your orders really take."
          autoComplete="off"
        />
        <ChoiceList
          allowMultiple
          title="Shopify tells your shoppers itself when an order is"
          choices={NOTICES}
          selected={fields.shopifyTells}
          onChange={(chosen) =>
            onChange({ shopifyTells: shopifyNotices.filter((notice) => chosen.includes(notice)) })
          }
        />
        <TagsField
          label="Tags of what does not keep"
          help="Of orders or products. A delay weighs more then."
          tags={fields.perishableTags}
          error={errors["perishableTags"]}
          onChange={(perishableTags) => onChange({ perishableTags })}
        />
        <TagsField
          label="Tags of pre-orders and back-orders"
          help="Such an order is not late before the day it was promised for."
          tags={fields.preorderTags}
          error={errors["preorderTags"]}
          onChange={(preorderTags) => onChange({ preorderTags })}
        />
      </FormLayout>
    </Card>
  );
}

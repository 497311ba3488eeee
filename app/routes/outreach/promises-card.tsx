import { Card, ChoiceList, FormLayout, TextField } from "@shopify/polaris";
import { shopifyNotices } from "#app/shop/outreach-settings.ts";
import { useWords } from "#app/components/words.tsx";
import type { Change, Errors } from "./form-parts.ts";
import type { Fields } from "./fields.ts";
import { TagsField } from "./tags-field.tsx";

type Given = {
  fields: Pick<Fields, "handlingDays" | "shopifyTells" | "perishableTags" | "preorderTags">;
  errors: Errors;
  onChange: Change;
};

/** How the shop works, as far as telling a problem from the usual needs it. */
export function PromisesCard({ fields, errors, onChange }: Given) {
  const say = useWords();
  return (
    <Card>
      <FormLayout>
        <TextField
          label={say("outreach.promises.handling")}
          type="number"
          min={0}
          max={60}
          suffix={say("outreach.promises.handling.unit")}
          value={fields.handlingDays}
          onChange={(handlingDays) => onChange({ handlingDays })}
          error={errors["handlingDays"]}
          helpText={say("outreach.promises.handling.help")}
          autoComplete="off"
        />
        <ChoiceList
          allowMultiple
          title={say("outreach.promises.notices")}
          choices={shopifyNotices.map((value) => ({
            value,
            label: say(`outreach.promises.notice.${value}`),
          }))}
          selected={fields.shopifyTells}
          onChange={(chosen) =>
            onChange({ shopifyTells: shopifyNotices.filter((notice) => chosen.includes(notice)) })
          }
        />
        <TagsField
          label={say("outreach.promises.perishable")}
          help={say("outreach.promises.perishable.help")}
          tags={fields.perishableTags}
          error={errors["perishableTags"]}
          onChange={(perishableTags) => onChange({ perishableTags })}
        />
        <TagsField
          label={say("outreach.promises.preorder")}
          help={say("outreach.promises.preorder.help")}
          tags={fields.preorderTags}
          error={errors["preorderTags"]}
          onChange={(preorderTags) => onChange({ preorderTags })}
        />
      </FormLayout>
    </Card>
  );
}

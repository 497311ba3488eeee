import { BlockStack, Button, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";

type Given = {
  label: string;
  help: string;
  tags: string[];
  error: string | undefined;
  onChange: (tags: string[]) => void;
};

/** A list of tags: typed and added by Enter or its button, each with a way to take it out again. */
export function TagsField({ label, help, tags, error, onChange }: Given) {
  const say = useWords();
  const [typed, setTyped] = useState("");
  const add = () => {
    const found = typed
      .split(",")
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean);
    setTyped("");
    if (found.length > 0) onChange([...new Set([...tags, ...found])]);
  };
  return (
    <BlockStack gap="200">
      {/* Enter adds the tag; it does not save the page. */}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          helpText={help}
          error={error}
          autoComplete="off"
          maxLength={300}
          connectedRight={
            <Button
              submit
              disabled={typed.trim() === ""}
              accessibilityLabel={say("outreach.tags.addTo", { field: label })}
            >
              {say("outreach.tags.add")}
            </Button>
          }
        />
      </form>
      {tags.length > 0 ? (
        <ul className="attune-list" aria-label={say("outreach.tags.chosen", { field: label })}>
          {tags.map((tag) => (
            <li key={tag}>
              <Tag
                onRemove={() => onChange(tags.filter((one) => one !== tag))}
                accessibilityLabel={say("action.removeItem", { item: tag })}
              >
                {tag}
              </Tag>
            </li>
          ))}
        </ul>
      ) : (
        <Text as="p" tone="subdued">
          {say("outreach.tags.none")}
        </Text>
      )}
    </BlockStack>
  );
}

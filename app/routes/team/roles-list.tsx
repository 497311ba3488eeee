import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { roles } from "#app/shop/roles.ts";

/** What each role may do, from the least to the most. */
export function RolesList() {
  const say = useWords();
  return (
    <BlockStack gap="300">
      {roles.map((role) => (
        <BlockStack key={role} gap="050">
          <Text as="h3" variant="headingSm">
            {say(`team.role.${role}`)}
          </Text>
          <Text as="p" tone="subdued">
            {say(`team.may.${role}`)}
          </Text>
        </BlockStack>
      ))}
    </BlockStack>
  );
}

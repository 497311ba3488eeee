import { Card, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { Way } from "./way.tsx";

/** The way to what was set aside, and how much of it there is. `most` is where counting stops. */
export function SetAsideCard({ count, most }: { count: number; most: number }) {
  const say = useWords();
  return (
    <Card>
      <Way
        url="/settings/set-aside"
        label={say(count === 0 ? "settings.setAside.view" : "settings.setAside.review")}
      >
        <Text as="p" tone={count === 0 ? "subdued" : undefined}>
          {count === 0
            ? say("settings.setAside.none")
            : say("settings.setAside.count", { count, more: count >= most ? "yes" : "no" })}
        </Text>
      </Way>
    </Card>
  );
}

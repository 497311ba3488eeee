import { Badge, Card, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";
import { Way } from "./way.tsx";

/** The way to what is set of writing to shoppers before they ask, and whether it is on. */
export function OutreachCard({ outreach: { on, quietHours } }: { outreach: OutreachSettings }) {
  const say = useWords();
  const { from, to } = quietHours;
  return (
    <Card>
      <Way url="/settings/outreach" label={say("settings.outreach.open")}>
        <Badge tone={on ? "success" : undefined}>
          {on ? say("settings.outreach.on") : say("settings.outreach.off")}
        </Badge>
        <Text as="p">
          {from === to ? say("settings.outreach.anyHour") : say("settings.outreach.quiet", { from, to })}
        </Text>
      </Way>
    </Card>
  );
}

import { Icon } from "@shopify/polaris";
import { EditIcon, ViewIcon } from "@shopify/polaris-icons";
import { isolated, listedAnd } from "#app/components/labels.ts";
import { personName } from "#app/components/person-name.ts";
import { useWords } from "#app/components/words.tsx";
import type { Present } from "#app/desk/live/desk-event.ts";

/** Who else has a conversation open, by name; those who write come before those who look. Nothing where nobody is. */
export function WhoElse({ people }: { people: readonly Present[] }) {
  const say = useWords();
  const typing = people.filter((one) => one.typing);
  const said = typing.length > 0 ? typing : people;
  if (said.length === 0) return null;
  const names = listedAnd(
    say,
    said.map(({ name }) => isolated(personName(say, name))),
  );
  return (
    <span className="attune-who-else" data-typing={typing.length > 0 || undefined}>
      <Icon source={typing.length > 0 ? EditIcon : ViewIcon} />
      <span>{say(typing.length > 0 ? "live.typing" : "live.looking", { names, count: said.length })}</span>
    </span>
  );
}

import { expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { listViews } from "#app/shop/list-views.server.ts";
import { saveView } from "#app/shop/save-view.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const MIA = { staffId: "42", mayShare: false };
const TOM = { staffId: "7", mayShare: true };

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  type Given = Parameters<typeof saveView>[2];
  const save = (by: Given["by"], view: Partial<Given["view"]>) =>
    inShop((tx) =>
      saveView(tx, keys, {
        by,
        view: { name: "Late", query: "view=all", shared: false, ...view },
        at: new Date(),
      }),
    );
  const seen = async (by: Given["by"]) =>
    (await inShop((tx) => listViews(tx, keys, by.staffId))).map(({ name, query }) => [name, query]);
  return { save, seen };
}

it("is called as no other view is that whoever saves it sees, however fast they click", async () => {
  const { save, seen } = await place();
  const both = await Promise.all([save(MIA, {}), save(MIA, { name: "LATE" })]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["name_taken", "saved"]);
  expect(await seen(MIA)).toHaveLength(1);
  expect((await save(TOM, { name: "late" })).outcome).toBe("saved");
});

it("can be changed under its name though the team has another of that name since", async () => {
  const { save, seen } = await place();
  const own = await save(MIA, {});
  if (own.outcome !== "saved") throw new Error(own.outcome);
  const shared = await save(TOM, { shared: true });
  expect(shared.outcome).toBe("saved");
  expect((await save(MIA, { id: own.id, query: "view=mine" })).outcome).toBe("saved");
  const other = await save(MIA, { name: "Early" });
  if (other.outcome !== "saved") throw new Error(other.outcome);
  expect((await save(MIA, { id: other.id, name: "late" })).outcome).toBe("name_taken");
  expect(await seen(MIA)).toEqual([
    ["Late", "view=mine"],
    ["Early", "view=all"],
    ["Late", "view=all"],
  ]);
});

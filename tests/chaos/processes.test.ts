import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLife, type ShopLife } from "./shop-life.ts";
import { expectWhole, settle } from "./verify.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
let life: ShopLife;

beforeAll(async () => {
  const t = Date.now();
  world = await startWorld({ seed: 1 });
  console.log("boot", Date.now() - t);
  life = startLife(world);
}, 120_000);
afterAll(async () => {
  await world?.stop();
});

describe("x", () => {
  it("y", { timeout: 240_000 }, async () => {
    let t = Date.now();
    await life.live(300);
    console.log("lived", Date.now() - t, world.courier.taken.length, world.courier.count());
    t = Date.now();
    await settle(world);
    console.log("settled", Date.now() - t, world.courier.withheld.length);
    await expectWhole(world);
  });
});

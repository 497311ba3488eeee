import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as articleRetire from "#app/routes/api/article-retire.ts";
import * as article from "#app/routes/api/article.ts";
import * as articles from "#app/routes/api/articles.ts";
import * as holdOut from "#app/routes/api/hold-out.ts";
import * as lessonDecide from "#app/routes/api/lesson-decide.ts";
import * as lessons from "#app/routes/api/lessons.ts";
import * as outreachPreview from "#app/routes/api/outreach-preview.ts";
import * as settings from "#app/routes/api/settings.ts";
import * as staffMember from "#app/routes/api/staff-member.ts";
import * as outreachScreen from "#app/routes/outreach/route.tsx";
import * as outreachPower from "#app/routes/outreach/power.ts";
import * as previewScreen from "#app/routes/outreach/preview.ts";
import * as setAsideContent from "#app/routes/set-aside/content.ts";
import * as setAside from "#app/routes/set-aside/route.tsx";
import * as dataExport from "#app/routes/settings/data-export.ts";
import * as knowledge from "#app/routes/settings/knowledge-route.tsx";
import * as lessonsScreen from "#app/routes/settings/lessons-route.tsx";
import * as privacyScreen from "#app/routes/settings/privacy-route.tsx";
import * as settingsScreen from "#app/routes/settings/route.tsx";
import { mayDo, roles, type Area } from "#app/shop/roles.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const STAFF = { reviewer: "1", lead: "2", owner: "3" } as const;

async function team() {
  const { shop, keys } = await makeShop();
  for (const role of roles) await makeStaff(keys, { id: STAFF[role], role });
  await keepSession(shop.domain);
  return shop.domain;
}

const domain = await team();

type ApiDoor = Parameters<typeof callApi>[0];
const calls: [string, Area, ApiDoor, { method: string; body?: object }][] = [
  ["POST /api/articles", "knowledge", articles.action, { method: "POST" }],
  ["PUT /api/articles/:id", "knowledge", article.action, { method: "PUT" }],
  ["POST /api/articles/:id/retire", "knowledge", articleRetire.action, { method: "POST" }],
  ["GET /api/lessons", "knowledge", lessons.loader, { method: "GET" }],
  ["POST /api/lessons/:id/decide", "knowledge", lessonDecide.action, { method: "POST" }],
  ["POST /api/outreach/preview", "outreach", outreachPreview.action, { method: "POST" }],
  ["GET /api/outreach/hold-out", "outreach", holdOut.loader, { method: "GET" }],
  ...(
    [
      ["model", { modelAccepted: false }],
      ["model", { modelTokensPerDay: 1_000 }],
      ["model", { modelBudgetPerMonth: 5 }],
      ["model", { glossLanguage: "de" }],
      ["knowledge", { answerWithinHours: 24 }],
      ["knowledge", { voice: { teamName: "Care" } }],
      ["triage", { desk: { undoSeconds: 10 } }],
      ["outreach", { promises: { handlingDays: 2 } }],
      ["outreach", { outreach: { perWeek: 2 } }],
    ] as const
  ).map(([area, body]): (typeof calls)[number] => [
    `PUT /api/settings ${Object.keys(body).join()}`,
    area,
    settings.action,
    { method: "PUT", body },
  ]),
  ["PUT /api/staff/:id role", "team", staffMember.action, { method: "PUT", body: { role: "reviewer" } }],
  ["DELETE /api/staff/:id", "team", staffMember.action, { method: "DELETE" }],
];

type ScreenDoor = Parameters<typeof openDoor>[0];
type Sent = { form?: Record<string, string>; json?: unknown };
const form = (fields: Record<string, string>): Sent => ({ form: fields });
const doors: [string, Area, ScreenDoor, Sent][] = [
  ["settings/knowledge", "knowledge", knowledge.loader, {}],
  [
    "settings/knowledge, saving",
    "knowledge",
    knowledge.action,
    form({ intent: "retire-article", id: "none" }),
  ],
  ["settings/lessons", "knowledge", lessonsScreen.loader, {}],
  [
    "settings/lessons, deciding",
    "knowledge",
    lessonsScreen.action,
    form({ id: "none", decision: "decline" }),
  ],
  ["settings/outreach", "outreach", outreachScreen.loader, {}],
  ["settings/outreach, saving", "outreach", outreachScreen.action, form({ settings: "{}" })],
  ["settings/outreach/preview", "outreach", previewScreen.action, { json: {} }],
  ["settings/outreach/power", "outreach", outreachPower.loader, {}],
  ["settings/set-aside", "privacy", setAside.loader, {}],
  ["settings/set-aside, dismissing", "privacy", setAside.action, form({ intent: "dismiss" })],
  ["set-aside/:ref/content", "privacy", setAsideContent.loader, {}],
  ["data-requests/:id", "privacy", dataExport.loader, {}],
  ["settings, consent", "model", settingsScreen.action, form({ intent: "accept-model", accepted: "true" })],
  ["settings, budget", "model", settingsScreen.action, form({ intent: "save-model-budget", budget: "5" })],
  ["settings, first steps", "mail", settingsScreen.action, form({ intent: "first-steps", shown: "false" })],
  [
    "settings, language of the team",
    "model",
    settingsScreen.action,
    form({ intent: "save-gloss-language", language: "de" }),
  ],
  [
    "settings, voice",
    "knowledge",
    settingsScreen.action,
    form({
      ...{ intent: "save-voice", formality: "formal", teamName: "", signature: "", staffName: "" },
      answerWithinHours: "24",
    }),
  ],
  [
    "settings, sending address",
    "mail",
    settingsScreen.action,
    form({ intent: "save-address", address: "care@fernweh.example", name: "Care", signature: "" }),
  ],
  [
    "settings, taking an address away",
    "mail",
    settingsScreen.action,
    form({ intent: "remove-address", id: "none" }),
  ],
];

const refused = z.union([
  z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error),
  z.object({ code: z.string(), area: z.string() }),
]);
/** What was answered to a role that is not enough; null when it was. */
const refusalOf = ({ status, body }: { status: number; body: unknown }) =>
  status === 403 ? refused.parse(body) : null;

describe("a role that is not enough", () => {
  describe.each(roles)("of a %s", (role) => {
    it.each(calls)("%s (%s)", async (...[, area, door, { method, body }]) => {
      const token = sessionToken(domain, { sub: STAFF[role] });
      const answer = await callApi(door, { method, token, params: { id: "none" }, body: body ?? {} });
      expect(refusalOf(answer)).toEqual(mayDo(role, area) ? null : { code: "forbidden" });
    });

    it.each(doors)("%s (%s)", async (...[, area, door, sent]) => {
      const answer = await openDoor(door, { shop: domain, staff: STAFF[role], ...sent });
      expect(refusalOf(answer)).toEqual(mayDo(role, area) ? null : { code: "forbidden", area });
    });
  });

  it("is shown nothing of what it may not do anything about", async () => {
    const { shop, keys } = await makeShop();
    await makeStaff(keys, { id: "1" });
    await makeStaff(keys, { id: "3", role: "owner" });
    await keepSession(shop.domain);
    const seen = (staff: string) => openDoor(settingsScreen.loader, { shop: shop.domain, staff });
    expect(await seen("1")).toMatchObject({
      status: 200,
      body: { may: ["conversations"] },
    });
    expect(await openDoor(privacyScreen.loader, { shop: shop.domain, staff: "1" })).toMatchObject({
      status: 403,
    });
    expect(await seen("3")).toMatchObject({
      status: 200,
      body: { may: expect.arrayContaining(["privacy"]) },
    });
  });

  it("says so and changes nothing, also of what would have been allowed", async () => {
    const body = { answerWithinHours: 100, modelBudgetPerMonth: 99 };
    const put = (sub: string) =>
      callApi(settings.action, { method: "PUT", token: sessionToken(domain, { sub }), body });
    expect((await put(STAFF.lead)).status).toBe(403);
    const read = await callApi(settings.loader, {
      method: "GET",
      token: sessionToken(domain, { sub: STAFF.lead }),
    });
    expect(read.body).not.toMatchObject({ answerWithinHours: 100 });
  });

  it("is told of no other shop's members: they are not there", async () => {
    const { shop: other, keys } = await makeShop();
    await makeStaff(keys, { id: "77", role: "owner" });
    const change = { method: "PUT", params: { id: STAFF.reviewer }, body: { role: "lead" } };
    const answer = await callApi(staffMember.action, {
      ...change,
      token: sessionToken(other.domain, { sub: "77" }),
    });
    expect(answer.status).toBe(404);
  });
});

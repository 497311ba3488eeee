import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deriveShopKeys, queryTokens, searchTokens } from "#app/shop/seal.ts";

const keys = deriveShopKeys("one-shop", randomBytes(32));

/** Whether each word of the query is found in the text, whole or as a beginning. */
function finds(query: string, text: string): boolean {
  const tokens = new Set(searchTokens(keys, text));
  return queryTokens(keys, query).every((any) => any.some((token) => tokens.has(token)));
}

describe("the words of a text", () => {
  it.each([
    ["parcel", "Where is my parcel?"],
    ["par", "Where is my parcel?"],
    ["PARCEL my", "Where is my parcel?"],
    ["versandbestä", "Meine Versandbestätigung fehlt"],
    ["#1001", "It is about order #1001."],
    ["jjd0143000012345", "JJD0143000012345"],
    ["jjd01430000123", "JJD0143000012345"],
    ["11223344556677889900aa", "11223344556677889900AABB"],
    ["jurgen ozturk", "Jürgen Öztürk"],
    ["Jürgen", "Jurgen"],
    ["strasse", "Hauptstraße 5, Straße"],
    ["versandbesta", "Meine Versandbestätigung fehlt"],
    ["配達", "再配達をお願いします"],
    ["お願い", "再配達をお願いします"],
    ["追跡番号", "お荷物の追跡番号を教えてください"],
    ["バッグ", "青いバッグの件"],
    ["iPhone", "新しいiPhoneケースの件"],
    ["1001", "注文番号1001の件"],
    ["jjd0143000012345", "伝票番号はJJD0143000012345です"],
    ["注文1001の", "注文番号1001の件"],
    ["猫", "黒猫のマグカップ"],
    ["黒猫", "黒猫のマグカップ"],
    ["소포", "내소포가 아직 안 왔어요"],
    ["책", "책이 아직 안 왔어요"],
    ["พัสดุ", "ยังไม่ได้รับพัสดุเลย"],
  ])("are found by %j", (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ["pa", "Where is my parcel?"],
    ["arcel", "Where is my parcel?"],
    ["jjd0143000012346", "JJD0143000012345"],
    ["jjd01430000124", "JJD0143000012345"],
    ["配送", "再配達をお願いします"],
    ["再達", "再配達をお願いします"],
    ["バック", "青いバッグの件"],
    ["犬", "黒猫のマグカップ"],
    ["猫黒", "黒猫のマグカップ"],
    ["100", "注文番号2001の件"],
    ["포소", "내소포가 아직 안 왔어요"],
    ["พัสดี", "ยังไม่ได้รับพัสดุเลย"],
  ])("are not found by %j", (query, text) => expect(finds(query, text)).toBe(false));
});

import type { ClaimWords } from "./claim-words.ts";

export const japanese: ClaimWords = {
  language: "ja",
  kinds: {
    marked_delivered: /配達(?:済|完了)|配送(?:済|完了)|お届け済/,
    not_received:
      /届(?:いて|か)(?:い?ま|い?な)|受け取って(?:い?ま|い?な)|到着して(?:い?ま|い?な)|(?:荷物|商品|注文品)は(?:どこ|いつ)/,
    overdue: /遅(?:れ|い|延)|予定日を過ぎ|(?:届く|着く|到着)(?:予定|はず)/,
    wrong_item: /違う(?:商品|もの|物|サイズ|色)|(?:商品|サイズ|色)が(?:違|間違)|間違った(?:商品|サイズ)|誤配/,
    damaged_item: /壊れ|破損|不良|破れ|割れ|動かな|動きませ|傷が/,
    missing_item: /足りな|足りませ|入っていな|入っていませ|不足し/,
    charged_twice: /二重/,
    refund_not_received: /返金.{0,12}(?:まだ|ない|ありません|されて)|(?:まだ|未だ).{0,12}返金/,
    returned_item: /返品しました|返送しました|送り返しました/,
    cancelled: /キャンセル(?:しました|済|され)/,
    promised: /約束|とおっしゃ|と言われ|と聞い/,
    received: /(?:届きました|受け取りました|到着しました)/,
  },
  ordered: /注文|購入|買/,
  paid: /支払|請求|代金|引き落と/,
  expected: /予定|約束|はず|言われ|おっしゃ/,
  arrived: /届|到着|受け取|配達/,
  ago: /(?<count>\d+|一|二|三|四|五|六|七|八|九|十)(?<unit>日|週間|[かヶケ]月|ヶ月)前/,
};

import type { CareEmotion } from "../reading.ts";

/** What every emoji and face below has at least one sign of: most texts have none. */
export const anyFace = /[^\0-\u2190\u2c00-\ud7ff\uff00-\uffef]|[:<>^-][-'()/D3_^:]/;

/** Emoji and typed faces speak every language. */
export const emojiEmotions: Partial<Record<CareEmotion, RegExp>> = {
  anger: /[😡🤬👿💢😠]/u,
  frustration: /[😤🙄😒😑🤦😩😫]|>:\(|-_-/u,
  disappointment: /[😞😔☹🙁😕👎]|(?:^|\s):-?[(/](?=\s|$)/u,
  worry: /[😟😰😨😧😥😬🥺]/u,
  confusion: /[🤔❓🤷]/u,
  sadness: /[😢😭💔😿]|:'\(/u,
  grief: /[🕊⚰]/u,
  embarrassment: /[😳🙈😅]/u,
  gratitude: /[🙏🤗💐]/u,
  joy: /[😍🥰😊😀😃😄😁🎉❤♥💕💖👍🤩😎✨💛💙💚💜👏🙌☺🥳]|(?:^|\s)(?::-?[)D]|<3|\^\^)(?=\s|$)/u,
  surprise: /[😮😲🤯😱😯]/u,
};

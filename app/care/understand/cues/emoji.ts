import type { CareEmotion } from "../reading.ts";

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

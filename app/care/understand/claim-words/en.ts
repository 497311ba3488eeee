import type { ClaimWords } from "./claim-words.ts";

export const english: ClaimWords = {
  language: "en",
  kinds: {
    marked_delivered: /\b(?:says?|shows?|marked|showing|states|claims|listed|status)\b.{0,30}\bdelivered/,
    not_received:
      /\b(?<=\b(?:arrived|came|come|delivered|received|got)\b[^.!?]{0,40}\bbut (?:not|never) )(?:mine|ours)\b|\b(?:mine|ours) (?:(?:didn't|did not|hasn't|has not|hasnt|never|still hasn't|still has not|wasn't|was not|was never)(?: (?:ever|yet|even|been|come|get|got|show|turn|actually)){0,2} (?:arrive\w*|come|came|delivered|received|here|show up|showed up|turn up|turned up|reach\w*)|(?:isn't|is not|still isn't) here|is (?:still )?missing(?! (?:an?|the|its|one|two|some|parts?|pieces?|screws?)\b))\b|\b(?:never|not|hasn't|hasnt|haven't|havent|didn't|didnt|still no|isn't) (?:yet )?(?:been )?(?:arrived?|received?|got|gotten|come|came|delivered|showed up|turned up|here)\b|\b(?:i |we )?(?:have|got|received|there is|there's|see) (?:absolutely )?nothing\b|\bnothing (?:is |has )?(?:here|arrived|came|come)|\bwhere is my\b(?! (?:refund|money|cash|invoice|receipt|discount|credit))/,
    not_shipped:
      /\b(?<=(?<!\bi )\b(?:(?:has|have|had|is|are|was|were) (?:(?:it|they|(?:my|our|the) (?:order|parcel|package|item)s?) )?(?:still )?(?:not|never)|(?:has|have|had|is|are|was|were)n'?t(?: (?:it|they|(?:my|our|the) (?:order|parcel|package|item)s?))?|(?:it|they)'(?:s|re|ve) (?:still )?(?:not|never)|(?:still|you|it|they|order|parcel|package) (?:still )?(?:not|never)|^not|not (?:yet|even)|nothing(?: has| was| is)?) (?:(?:yet|even|still|actually|been) ){0,3})(?:shipped|dispatched|sent out|(?<=(?<!\b(?:refund|money|e-?mail|label|invoice) [^.]{0,16})been )sent|left (?:your|the) warehouse)\b(?! (?:\w+ ){0,3}?(?:back|right|correct|proper)\b| (?:me )?(?:what|which|with|in an?|all|both|everything)\b)/,
    overdue:
      /\b(?:supposed|meant|due|expected|should have) (?:to )?(?:have )?(?:arrive\w*|be (?:here|delivered)|been (?:here|delivered)|come)|\b(?:is|it's|days?|weeks?|still|very|so) (?:late|overdue)\b|\bdelay(?:ed)?\b/,
    wrong_item:
      /\b(?:ordered|bought|asked for|paid for) (?:[\w'-]+ ){1,7}?(?:but|yet),? (?:(?:i|we|you|they|instead|actually|only|what|have|was|were|just) ){0,3}(?:got|received|sent(?: me| us)?|arrived was|came was|came with) (?:an?|the|two|three|some|something) (?!(?:[\w-]+ ){0,1}(?:nothing|confirmation|offer|quote|refusal|newsletter|warning|advert\w*|survey|e-?mail|message|invoice|refund|reply|answer|tracking|notification|discount|call|parcel|package|box|delivery|half|rest|day|week|month|few|lot)\b)[\w-]+|\b(?<=\b(?:got|received|sent me) (?:an?|the) [\w-]+(?: [\w-]+)? )instead of (?:an?|the|my) [\w-]+\b(?! (?:\w+ )?(?:as|like|just as) (?:i|we|requested|hoped|agreed))|\b(?:wrong|different|incorrect) (?:\w+ )?(?:items?|products?|size|colou?r|order|model|one|thing|shirt|shoes?|pair)\b|\bnot what i ordered/,
    damaged_item:
      /\b(?:broken|damaged|shattered|smashed|cracked|torn|ripped|defective|faulty|scratched|dented|leaking|does(?:n't| not) work|stopped working)\b/,
    missing_item:
      /\bmissing (?:from|one|two|a|an|the|item|part|piece)|\b(?:is|was|are|were) missing\b(?! in)|\bonly (?:received|got) (?:one|two|half|part|\d)/,
    charged_twice:
      /\b(?:charged|billed|paid|debited) (?:me )?(?:\w+ )?(?:twice|two times|double)|\bdouble[- ]?charg/,
    refund_not_received:
      /\b(?<=\b(?:no|not|never|haven't|hasn't|didn't|still|where is|waiting)\b.{0,35}\b)(?:refund|money back|my money)|\brefund\b.{0,30}\b(?:not|never|hasn't|still)/,
    returned_item:
      /\b(?:i|we)(?:'ve| have| had)? (?:already )?(?:returned|sent (?:it|them|the \w+|this) back|shipped (?:it|them) back)|\b(?:got|received|have) (?:my|the) (?:\w+ ){1,3}?back\b|\breturn (?:was|has been) (?:delivered|received)/,
    cancelled:
      /\b(?:i|we|you)(?:'ve| have| had)? (?:already )?cancell?ed\b|\border (?:was|is|has been) cancell?ed/,
    promised:
      /\b(?<=\b(?:you|your (?:colleague|agent|team)|they) (?:\w+ )?)(?:promised|said|told me|assured|guaranteed)\b|\bwas (?:told|promised|assured)\b/,
    received:
      /\b(?<=\b(?:it|everything|(?<!\b(?:(?:neighbou?r|friend|colleague|flatmate|roommate|sister|brother|cousin)s?'s?|his|her|their) (?:\w+ )?)(?:order|package|parcel|item|dress|shoes)) (?:\w+ )?(?:has |have )?(?:just )?)(?:arrived|came) (?:today|yesterday|this|on|safely|broken|damaged|quickly|so)|\bi (?:just |have |finally )?(?:received|got) (?:my|the|it)\b/,
  },
  ordered: /\b(?:order\w*|bought|purchas\w*)\b/,
  paid: /\b(?:paid|charged|cost|total|billed|debited)\b/,
  expected:
    /\b(?:promised|said|told|supposed|due|expected|estimate\w*|should|would (?:come|arrive|be)|scheduled|by)\b/,
  arrived: /\b(?:arrived|delivered|came|received|got)\b/,
  ago: /\b(?<count>\w+) (?<unit>days?|weeks?|months?) (?:ago|back)/,
};

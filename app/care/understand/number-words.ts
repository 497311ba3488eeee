/** Small numbers as words, folded, from one up; half of a "couple" is not asked for. */
const WORDS = `
a an one ein einem einer einen eine un una une um uma uno een en ett jeden один одна jedno o एक 一
two zwei zwo dos deux dois duas couple due twee dwa dwie два две дві doi doua tva दो 二
three drei tres trois tre drie trzy три trei तीन 三
four vier cuatro quatre quatro quattro cztery четыре чотири patru fyra चार 四
five funf cinco cinq cinque vijf piec пять cinci fem पांच पाँच 五
six sechs seis sei zes szesc шесть шість sase sex छह 六
seven sieben siete sept sete sette zeven siedem семь сім sapte sju सात 七
eight acht ocho huit oito otto osiem восемь вісім opt atta आठ 八
nine neun nueve neuf nove negen dziewiec девять noua nio नौ 九
ten zehn diez dix dez dieci tien dziesiec десять zece tio दस 十
eleven elf once onze undici elva
twelve zwolf doce douze doze dodici twaalf dwanascie двенадцать tolv`;
const numbers = new Map(
  WORDS.trim()
    .split("\n")
    .flatMap((row, at) => row.split(" ").map((word) => [word, at + 1] as const)),
);

/** A number from 1 to 999 as written in digits or as a word of the languages of the claims; undefined when it is none. */
export function smallNumber(written: string): number | undefined {
  if (/^\d{1,3}$/.test(written)) return Number(written) || undefined;
  return numbers.get(written);
}

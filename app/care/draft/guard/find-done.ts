import type { Fact } from "#app/care/draft/draft.ts";
import {
  clausesOf,
  isDenied,
  isSupposed,
  replyLanguages,
  type ReplyLanguage,
} from "#app/care/draft/guard/languages.ts";

type Deed = { what: string; shows: (fact: Fact) => boolean; words: Record<ReplyLanguage, RegExp> };

/** What somebody at the shop is said to have done, and the record that must show it. */
const DEEDS: Deed[] = [
  {
    what: "a refund that went through",
    shows: ({ source, raw }) => source.entity === "refund" && raw === "settled",
    words: {
      en: /\bwe(?:['’]ve| have)? (?:already |just |now )?(?:refunded|reimbursed|issued (?:\w+ ){0,2}refund)\b|\b(?:has|have) been (?:refunded|reimbursed)\b/iu,
      de: /\b(?:haben|wurden?|worden)\b.{0,50}(?:erstattet|zurückgezahlt|zurücküberwiesen)/iu,
      es: /\bhemos (?:reembolsado|devuelto)|\bse (?:te |le )?ha reembolsado/iu,
      fr: /\bavons (?:bien |déjà )?remboursé|\ba été remboursée?/iu,
      pt: /\breembolsamos\b|\bfoi reembolsad|\bj[áa] devolvemos o (?:dinheiro|valor)/iu,
      it: /\babbiamo (?:già |appena )?rimborsato|(?<!\p{L})è stat[oa] rimborsat/iu,
      nl: /\b(?:hebben|is|werd)\b.{0,50}(?:terugbetaald|teruggestort)/iu,
      ja: /(?:返金|ご返金)(?:を)?(?:しました|いたしました|済み|完了しました)/u,
    },
  },
  {
    what: "a cancellation",
    shows: ({ source }) => source.field === "cancelledAt",
    words: {
      en: /\bwe(?:['’]ve| have)? (?:already |just |now )?cancell?ed\b|\b(?:has been|was) cancell?ed\b/iu,
      de: /\b(?:haben|wurden?)\b.{0,50}(?:storniert|annulliert)/iu,
      es: /\bhemos (?:cancelado|anulado)|\bse (?:ha cancelado|canceló)/iu,
      fr: /\bavons (?:bien |déjà )?annulé|\ba été annulée?/iu,
      pt: /\bcancelamos\b|\bfoi cancelad/iu,
      it: /\babbiamo (?:già |appena )?annullato|(?<!\p{L})è stat[oa] annullat/iu,
      nl: /\b(?:hebben|is|werd)\b.{0,50}geannuleerd/iu,
      ja: /(?:キャンセル|取り消し)(?:を)?(?:しました|いたしました|済み)/u,
    },
  },
  {
    what: "a new parcel, a change or a credit",
    shows: () => false,
    words: {
      en: /\bwe(?:['’]ve| have)? (?:already |just |now )?(?:(?:sent|shipped|dispatched|mailed) (?:you |out )*(?:a |the )?(?:new|replacement|another)|(?:changed|updated|corrected) (?:the|your) (?:delivery |shipping )?address|(?:added|applied|credited|issued)\b(?! (?:\w+ ){0,2}refund))|\b(?:replacement|new parcel) (?:has been|was|is already) (?:sent|shipped|dispatched)\b/iu,
      de: /\bhaben\b.{0,40}(?:ersatz|neu(?:e[ns]?)?)\b.{0,20}(?:verschickt|geschickt|versendet)|\bhaben\b.{0,20}(?:adresse|anschrift)\b.{0,20}(?:geändert|angepasst)|\bhaben\b.{0,40}gutgeschrieben/iu,
      es: /\bhemos (?:enviado (?:un|otr|una)|(?:cambiado|actualizado|corregido) (?:la|su|tu) dirección|(?:añadido|aplicado|abonado))/iu,
      fr: /\bavons (?:bien |déjà )?(?:renvoyé|envoyé (?:un|une) (?:nouve|autre)|(?:modifié|changé|corrigé) (?:l['’]|votre |ton )adresse|crédité)/iu,
      pt: /\b(?:já )?enviamos (?:um|uma|outr)|\b(?:alteramos|atualizamos|mudamos) o (?:seu )?endereço|\bcreditamos\b/iu,
      it: /\babbiamo (?:già |appena )?(?:(?:spedito|inviato) (?:un|una) (?:nuov|altr)|(?:modificato|cambiato|aggiornato|corretto) l['’]indirizzo|accreditato)/iu,
      nl: /\bhebben\b.{0,40}(?:nieuwe?|vervang\w*|andere)\b.{0,20}(?:verstuurd|verzonden|gestuurd)|\bhebben\b.{0,20}adres\b.{0,20}(?:gewijzigd|aangepast|veranderd)/iu,
      ja: /(?:代替品|代わりの(?:商品|品)|新しい商品)(?:を)?[^。]{0,10}(?:発送|お送り)(?:しました|いたしました)|(?:住所|お届け先)(?:を)?(?:変更|修正)(?:しました|いたしました)/u,
    },
  },
  {
    what: "that the carrier or a colleague was asked",
    shows: () => false,
    words: {
      en: /\bwe(?:['’]ve| have) (?:already |just |now )?(?:contacted|asked|spoken (?:to|with)|called|informed|opened (?:an?|the) (?:enquiry|inquiry|case|claim|investigation)|escalated)\b/iu,
      de: /\b(?:haben|wurde)\b.{0,60}(?:kontaktiert|nachgefragt|angerufen|gesprochen|nachforschungsauftrag\b.{0,15}gestellt|eskaliert)\b/iu,
      es: /\bhemos (?:contactado|hablado|preguntado|abierto una (?:incidencia|reclamación|investigación)|llamado)/iu,
      fr: /\bavons (?:bien |déjà )?(?:contacté|demandé|parlé|appelé|ouvert une (?:enquête|réclamation))/iu,
      pt: /\b(?:já )(?:contactamos|contatamos|falamos|perguntamos|ligamos)\b|\babrimos uma (?:reclamação|investigação|ocorrência)/iu,
      it: /\babbiamo (?:già |appena )?(?:contattato|parlato|chiesto|chiamato|aperto (?:una|un['’])\s?(?:pratica|segnalazione|indagine))/iu,
      nl: /\bhebben\b.{0,60}(?:gecontacteerd|gevraagd|gesproken|gebeld|onderzoek\b.{0,15}gestart|contact opgenomen)\b/iu,
      ja: /(?:配送業者|運送会社|担当)[^。]{0,20}(?:問い合わせ|確認|連絡)(?:しました|いたしました|済み)/u,
    },
  },
];

export type DoneMention = { quote: string; what: string };

/** What a text says was done that no record shows, nor words of the team itself. */
export function findDone(text: string, facts: readonly Fact[]): DoneMention[] {
  const told = facts.filter(({ source }) => source.entity === "staff");
  return clausesOf(text).flatMap((clause) =>
    DEEDS.flatMap(({ words, shows, what }) => {
      const said = replyLanguages.find((language) => {
        const match = words[language].exec(clause);
        if (!match) return false;
        const before = clause.slice(0, match.index);
        const after = clause.slice(match.index + match[0].length);
        const denied = isDenied(language, language === "ja" ? after.slice(0, 8) : match[0]);
        return !denied && !isSupposed(language, before, clause);
      });
      if (!said) return [];
      const staffSaidSo = told.some(({ value }) =>
        replyLanguages.some((language) => words[language].test(value)),
      );
      const quote = words[said].exec(clause)?.[0].trim() ?? clause;
      return staffSaidSo || facts.some((fact) => shows(fact)) ? [] : [{ quote, what }];
    }),
  );
}

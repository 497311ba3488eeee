import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import type { AnswerSentence, DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";

/** What a plain answer says around the values, which stand as a list behind a colon: right in every language. */
const SHOWS: Record<ComposedLanguage, { record: string; link: string }> = {
  en: { record: "The record of your order shows this:", link: "It can be followed here:" },
  de: { record: "Zur Bestellung steht Folgendes fest:", link: "Hier lässt sich alles verfolgen:" },
  es: { record: "El registro del pedido muestra esto:", link: "El envío se puede seguir aquí:" },
  fr: { record: "Voici ce que nous savons de la commande :", link: "Le colis peut être suivi ici :" },
  pt: { record: "O registo da encomenda mostra isto:", link: "A encomenda pode ser seguida aqui:" },
  it: { record: "Questo è quanto risulta dell'ordine:", link: "Il pacco si può seguire qui:" },
  nl: { record: "Dit is bekend over de bestelling:", link: "Het pakket is hier te volgen:" },
  ja: { record: "ご注文の記録は次のとおりです：", link: "配送状況はこちらでご覧いただけます：" },
};

/** A plain good answer to a brief, with one more sentence in it where one is given. */
export function goodAnswer(brief: Brief, besides: AnswerSentence | null): DraftAnswer {
  const { record, link: follow } = SHOWS[brief.language];
  const link = brief.facts.find(({ id, key }) => /(?:^|\.)link$/u.test(key) && brief.mustTell.includes(id));
  const told = brief.mustTell.filter((id) => id !== link?.id).map((id) => `{${id}}`);
  const fact = (text: string, cites: string[]): AnswerSentence => ({
    ...{ text, kind: "fact", cites, stage: "answer" },
  });
  return {
    options: besides?.kind === "action" ? brief.options.map(({ id }) => id) : [],
    sentences: [
      ...(told.length > 0 ? [fact(`${record} ${told.join(", ")}.`, shownIn(brief))] : []),
      ...(link ? [fact(`${follow} {${link.id}}`, [])] : []),
      ...(besides ? [besides] : []),
      ...brief.fixed.map(({ id }): AnswerSentence => ({
        text: `{${id}}`,
        kind: "fixed",
        cites: [],
        stage: "next",
      })),
    ],
  };
}

export const shownIn = ({ facts }: Brief): string[] =>
  facts.filter(({ shown }) => shown !== null).map(({ id }) => id);

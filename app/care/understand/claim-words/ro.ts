import type { ClaimWords } from "./claim-words.ts";

export const romanian: ClaimWords = {
  language: "ro",
  kinds: {
    marked_delivered: /\b(?:apare|scrie|figureaza|status\w*)\b.{0,40}\blivrat/,
    not_received:
      /\b(?:al meu|a mea) (?:inca )?nu(?=[.!,;]|$)|\bnu (?:a |mi-a |am )?(?:mai )?(?:ajuns|primit|venit|fost livrat)|\bn-am primit|\bunde (?:este|e) (?:coletul|comanda|pachetul)|\bnimic (?:nu )?(?:a )?(?:ajuns|primit)/,
    not_shipped:
      /\bnu (?:s-|mi-|l-|mi l-)?(?:a|au|ati|e|este|sunt|era) (?:(?:fost|inca|nici|macar|mai) ){0,3}(?:expediat\w*|plecat)\b(?! (?:\w+ ){0,2}?(?:corect\w*|ce)\b)/,
    overdue: /\btrebuia sa (?:ajunga|vina|fie (?:aici|livrat))|\bintarzi\w*/,
    wrong_item:
      /\bcomandat (?:\w+,? ){1,6}?(?:si|dar) (?:am primit|mi-ati trimis|a venit|mi-a venit) (?:un|o|alt\w*|pe cea|pe cel|cea|cel) (?!mail|email|mesaj|confirmare|factura|jumatate|colet)\w+|\b(?:produs|articol|marime|culoare|model|comanda)\w* (?:gresit|alt)|\bgresit[ae]? (?:produs|marime)|\bnu (?:e|este) ce am comandat|\balt (?:produs|articol)/,
    damaged_item: /\b(?:stricat\w*|defect\w*|spart\w*|deteriorat\w*|rupt\w*|nu functioneaza|nu merge)\b/,
    missing_item: /\blips(?:este|esc|ea)\b|\bam primit doar\b/,
    charged_twice:
      /\b(?:de doua ori|dublu) (?:\w+ )?(?:debitat|platit|incasat)|\b(?:debitat|platit|incasat) (?:\w+ )?de doua ori/,
    refund_not_received: /\b(?:nu|inca|astept|niciun)\b.{0,35}\b(?:ramburs\w*|banii)|\bunde sunt banii/,
    returned_item: /\bam (?:returnat|trimis inapoi)\b/,
    cancelled: /\bam anulat|\ba fost anulat/,
    promised: /\b(?:ati promis|mi-ati spus|mi s-a spus|ati zis)\b/,
    received: /\b(?:am primit|a ajuns) (?:azi|ieri|coletul|comanda)\b/,
  },
  ordered: /\b(?:comand\w*|cumparat\w*)\b/,
  paid: /\b(?:platit\w*|incasat\w*|costat\w*|total\w*)\b/,
  expected: /\b(?:promis\w*|spus|trebuia|estimat\w*|prevazut\w*)\b/,
  arrived: /\b(?:ajuns|livrat\w*|primit)\b/,
  ago: /\bacum (?<count>\w+) (?<unit>zile|zi|saptaman\w*|luni|luna)/,
};

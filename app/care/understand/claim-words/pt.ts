import type { ClaimWords } from "./claim-words.ts";

export const portuguese: ClaimWords = {
  language: "pt",
  kinds: {
    marked_delivered: /\b(?:consta|diz|aparece|indica)\b.{0,30}\bentregue/,
    not_received:
      /\b(?:mas|e) (?:o meu|a minha) (?:ainda )?nao\b|\b(?:nao|ainda nao) (?:me )?(?:chegou|recebi|foi entregue)|\bnunca (?:chegou|recebi)|\bnao tenho nada|\b(?:onde esta|cade) (?:a minha|o meu|minha|meu) (?:encomenda|pedido|pacote)/,
    not_shipped:
      /\b(?:nao|nem|nunca) (?:(?:sequer|ainda|me|nos|o|a|os|as|se) ){0,2}(?:(?:foi|foram|esta|estao|tem|tinha|tinham|havia|haviam) (?:(?:sequer|ainda|sido) ){0,2}(?:enviad|despachad|expedid)[oa]s?|enviaram|despacharam|expediram)\b(?! (?:\w+ ){0,3}?(?:cert[oa]s?|corret[oa]s?|que)\b)/,
    overdue: /\b(?:devia|deveria|era para) (?:ter )?cheg|\batras\w*/,
    wrong_item:
      /\b(?:pedi|encomendei|comprei) (?:\w+ ){1,6}?(?:e|mas) (?:(?:me|so|eu) ){0,2}(?:recebi|chegou|veio|enviaram|mandaram) (?:um|uma|o|a|outr[oa]) (?!e-?mail|mensagem|confirmacao|fatura|reembolso|metade|pacote|caixa|encomenda)\w+|\b(?:tamanho|produto|artigo|cor|modelo|item|pedido) (?:errad|trocad)|\bnao (?:e|foi) o que (?:eu )?(?:pedi|encomendei)/,
    damaged_item: /\b(?:quebrad[oa]s?|partid[oa]s?|danificad[oa]s?|defeituos[oa]s?|nao funciona)\b/,
    missing_item: /\bfalta(?:m|va)?\b|\bso (?:recebi|chegou) (?:um|uma|dois|duas)\b/,
    charged_twice: /\b(?:cobr\w+|pag\w+) (?:\w+ ){0,2}?duas vezes/,
    refund_not_received: /\b(?:nao|nunca|sem|ainda|nada)\b.{0,35}\b(?:reembolso|estorno|dinheiro)/,
    returned_item: /\breceberam a devolucao|\b(?:ja )?devolvi\b/,
    cancelled: /\b(?:cancelei|foi cancelad[oa])\b/,
    promised: /\b(?:prometeram|disseram)\b/,
    received: /\b(?:recebi|chegou) (?:\w+ ){0,2}?(?:hoje|ontem|o|a|meu)\b/,
  },
  ordered: /\b(?:encomend\w*|compr\w*|pedi|pedido)\b/,
  paid: /\b(?:paguei|pag[ou]\w*|cobr\w*|total|custou)\b/,
  expected: /\b(?:promet\w*|disseram|devia|deveria|era para|previst\w*|estimad\w*)\b/,
  arrived: /\b(?:chegou|entregue|recebi)\b/,
  ago: /\bha (?:mais de )?(?<count>\w+) (?<unit>dias?|semanas?|mes(?:es)?)/,
};

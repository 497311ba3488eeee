import type { ClaimWords } from "./claim-words.ts";

export const spanish: ClaimWords = {
  language: "es",
  kinds: {
    marked_delivered: /\b(?:pone|dice|aparece|figura|consta|marca)\b.{0,30}\bentregado/,
    not_received:
      /\b(?:(?:el|la) mi[oa]|los mios|las mias) (?:aun |todavia )?no (?=(?:me |nos )?(?:ha |han |habia )?(?:lleg|recib|entreg|venid|aparec))|\b(?<=\b(?:lleg|recib|entreg)\w* [^.!?]{0,40}\bpero )(?:(?:el|la) mi[oa]|los mios|las mias) no\b|\bno (?:me |lo |la )?(?:ha |he |lo he )?(?:llegado|recibido|llego|recibi)|\bnunca (?:me )?(?:llego|recibi|ha llegado)|\bno tengo nada|\bdonde esta mi (?:pedido|paquete|envio)/,
    not_shipped:
      /\b(?:no|ni(?: siquiera)?|nunca) (?:(?:me|nos|se|lo|la|los|las) ){0,2}(?:(?:ha|han|habeis|habia|habian|fue|fueron|esta|estan) (?:(?:sido|aun|todavia|siquiera) ){0,2}(?:enviad[oa]s?|despachad[oa]s?|salido(?! (?:bien|mal)))|enviaron|despacharon)\b(?! (?:\w+ ){0,3}?(?:correct[oa]s?|que)\b)/,
    overdue: /\b(?:debia|deberia|tenia que|iba a) (?:haber )?lleg|\bretras\w*/,
    wrong_item:
      /\b(?:pedi|compre|encargue) (?:\w+ ){1,6}?(?:y|pero) (?:(?:me|lo|la|solo|he|han|ha) ){0,3}(?:recibi|llego|llegaron|enviaron|mandaron|llegado|recibido|enviado|vino) (?:un|una|el|la|otr[oa]|los|las) (?!correo|aviso|oferta|descuento|cupon|notificacion|encuesta|seguimiento|respuesta|mensaje|confirmacion|factura|mitad|reembolso|paquete|caja|pedido)\w+|\b(?:talla|producto|articulo|color|modelo|pedido) (?:equivocad|incorrect|errone)|\bequivocad[oa] (?:articulo|producto|talla)|\bno es lo que pedi\b/,
    damaged_item: /\b(?:rot[oa]s?|danad[oa]s?|defectuos[oa]s?|estropead[oa]s?|no funciona)\b/,
    missing_item: /\bfalta(?:n|ba|ban)?\b|\bsolo (?:me )?(?:llego|recibi|ha llegado) (?:un|una|uno|dos)\b/,
    charged_twice: /\b(?:cobr\w+|pagu?\w+|cargo) (?:\w+ ){0,2}?dos veces|\bdoble cargo/,
    refund_not_received:
      /\b(?:no|nunca|sin|sigo|aun|todavia)\b.{0,35}\b(?:reembolso|devolucion del dinero|mi dinero)|\bdonde esta mi (?:dinero|reembolso)/,
    returned_item: /\brecibieron la devolucion|\b(?:devolvi|he devuelto|ya devolvi)\b/,
    cancelled: /\b(?:cancele|he cancelado|fue cancelado|ha sido cancelado)\b/,
    promised: /\b(?:prometieron|me dijeron|aseguraron)\b/,
    received: /\b(?:ha llegado|llego|recibi|he recibido) (?:\w+ ){0,2}?(?:hoy|ayer|el|mi|la)/,
  },
  ordered: /\b(?:pedi\w*|pedido|compr\w*|encarg\w*)\b/,
  paid: /\b(?:pagu?e\w*|pagad\w*|cobr\w*|total|costo)\b/,
  expected: /\b(?:prometi\w*|dijeron|debia|deberia|tenia que|iba a|prevista|estimada|para)\b/,
  arrived: /\b(?:llego|llegado|entregad\w*|recibi\w*)\b/,
  ago: /\bhace (?:ya )?(?:mas de )?(?<count>\w+) (?<unit>dias?|semanas?|mes(?:es)?)/,
};

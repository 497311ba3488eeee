import type { LanguageCues } from "./cues.ts";

const thing =
  "(?:pedido|paquete|envio|compra|articulo|producto|entrega|encargo|orden|vestido|zapatos|regalo)s?";

export const spanish: LanguageCues = {
  language: "es",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\b(?:donde|a quien) (?:\\w+ ){0,3}?(?:entregaron|dejaron|entregado|dejado|entregasteis)\\b|\\bdonde (?:esta|estan|se encuentra|anda|queda)|\\bcuando (?:llega|llegara|llegaria|recibire|va a llegar|me llega|sale|se envia|enviaran|envian|lo recib|estara|me lo|podre recibir)\\w*|\\b(?:estado|situacion|seguimiento|rastreo|rastrear|localizar) (?:de |del |mi |de mi )?(?:${thing})?|\\bnumero de (?:seguimiento|rastreo|guia)|\\bcuanto (?:tarda|tardara|falta|demora)|\\b(?:sigo|estoy) esperando|\\balguna? (?:novedad|noticia|actualizacion)|\\bya (?:salio|se envio|fue enviado|ha salido)|\\bfecha (?:de entrega|estimada)|\\bllevo (?:\\w+ ){0,4}?esperando|\\b(?:llegue|llegara) a tiempo|\\bno ha salido|\\bno (?:ha |han )?(?:salido|enviado)`,
      ),
      weak: /\b(?:aun|todavia) no (?:ha |me ha |lo he |he |me )?(?:llegado|llega|recibido|recibo)|\bdebia (?:haber )?lleg|\btenia que (?:haber )?lleg/,
    },
    delivery_problem: {
      strong: new RegExp(
        `\\b(?:pone|dice|aparece|figura|consta|marca|sale)\\b.{0,30}\\bentregado|\\bnunca (?:llego|ha llegado|lo recibi|recibi|me llego)|\\bno (?:ha llegado|me ha llegado|llego|me llego|lo he recibido|he recibido|recibi|lo recibi)|\\b(?:se ha |se |esta |fue )?(?:perdido|perdio|extraviado|extravio|robado|robaron)|\\bretras\\w*|\\bdireccion (?:equivocada|incorrecta) (?:\\w+ ){0,3}?(?:entreg|dej)|\\b(?:entregaron|dejaron|entregado) (?:\\w+ ){0,4}?(?:otra|vecino|equivocad)|\\bno se (?:mueve|actualiza|ha movido|ha actualizado)|\\b(?:atascado|parado|detenido|retenido)\\b|\\b(?:repartidor|mensajero|transportista|correos|seur|mrw)\\b|\\bentrega fallida|\\bdevuelto al remitente|\\bintento de entrega`,
      ),
      weak: /\b(?:tarde|semanas|aduana)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:rot[oa]s?|danad[oa]s?|defectuos[oa]s?|estropead[oa]s?|quebrad[oa]s?|rayad[oa]s?|averiad[oa]s?|golpead[oa]s?|manchad[oa]s?|rasgad[oa]s?|aplastad[oa]s?|en mal estado)\b|\b(?:equivocad[oa]|incorrect[oa]|erron[ea]o?|otr[oa]) (?:articulo|producto|talla|color|modelo|pedido)|\b(?:articulo|producto|talla|color|modelo|pedido)s? (?:\w+ )?(?:equivocad[oa]|incorrect[oa]|erroneo|erronea|distint[oa]|diferente)|\bno (?:funciona|enciende|sirve|carga|es lo que (?:pedi|compre|encargue))|\bfalta(?:n|ba|ban)?\b|\ben (?:vez|lugar) de\b|\bvino (?:sin|con|otro|otra)|\bincompleto\b|\bsolo (?:he recibido|recibi|llego|ha llegado|venia)\b|\bse (?:ha roto|rompio)|\b(?:pedi|compre|encargue)\b.{0,40}\by (?:me |he |lo )?(?:ha llegado|llego|vino|recibi|recibido|enviaron|mandaron|llegaron)|\bagujero\b/,
    },
    return: {
      strong:
        /\b(?:devolver\w*|devoluc\w*|devuelv\w*|cambiar(?:lo|la|los|las)? por|cambio de talla|intercambi\w*|etiqueta de devolucion|cambiarl[oa]s?|no me (?:queda|vale|sirve|quedan|valen) (?:bien)?|(?:me )?(?:queda|quedan|es|son) (?:demasiado |muy )?(?:pequen\w*|grande|grandes|estrech\w*|chic\w*|cort\w*|larg\w*))\b/,
    },
    refund: {
      strong:
        /\b(?:reembols\w*|devolucion del? (?:dinero|importe)|(?:devuelvan|devolver|devuelvas|devuelva|regresen|recuperar) (?:\w+ ){0,3}?dinero|mi dinero|sin el dinero|reintegr\w*|abono)\b/,
    },
    cancel: {
      strong:
        /\b(?<!\bno )(?:cancel\w*|anul\w*|ya no (?:lo |la |los )?(?:quiero|necesito)|dar de baja (?:el|mi) pedido)\b/,
    },
    change_order: {
      strong:
        /\b(?:cambiar|modificar|editar|corregir)\b.{0,25}\b(?:pedido|talla|color|cantidad|articulo|modelo|fecha)|\b(?:anadir|agregar|quitar|eliminar)\b.{0,40}\b(?:pedido|articulo|producto)|\bpedi (?:\w+ ){0,4}?(?:equivocad|por error)|\bme equivoque (?:de|al|con|en)\b(?!.{0,35}\b(?:direccion|domicilio|calle|codigo postal))/,
    },
    change_address: {
      strong:
        /\b(?:cambi\w*|modific\w*|actualiz\w*|correg\w*|corrij\w*|nueva|equivocada|incorrecta|otra|mal)\b.{0,35}\b(?:direccion|domicilio|codigo postal)|\b(?:direccion|domicilio|codigo postal)\b.{0,40}\b(?:cambi\w*|modific\w*|equivocad\w*|incorrect\w*|mal|erronea|nueva|antigua|actualiz\w*)|\b(?:equivoque|confundi)\b.{0,35}\b(?:direccion|domicilio|calle|codigo postal)|\b(?:codigo postal|numero de (?:casa|portal|piso))\b|\bme (?:he mudado|mude|mudo)|\benviar(?:lo|la)? a otra\b/,
      weak: /\bdireccion\b/,
    },
    payment: {
      strong:
        /\b(?:cobr\w*|cargo|cargos|cargado|factura\w*|recibo|pago|pagos|pagar|tarjeta\w*|paypal|bizum|transferencia|codigo (?:de )?(?:descuento|promocional)|cupon|iva|a plazos|cuotas)\b/,
      weak: /\b(?:pague|pagado|precio|descuento|banco|dos veces)\b/,
    },
    product_question: {
      strong:
        /\b(?:es|son|esta|estan) (?:\w+ ){0,4}?(?:impermeable\w*|compatible\w*|vegan\w*|disponible\w*|en stock|lavable\w*|apt[oa]s?|adecuad[oa]s?|resistente\w*|original\w*)\b|\bque (?:talla|material|medidas|tamano|color|colores|diferencia|ingredientes)\b|\bde que (?:material|esta hech|tamano)|\b(?:tienen|tendran|hay|venden) (?:\w+ ){0,5}?(?:en (?:stock|otro|la talla|talla|color|negro|azul|rojo)|stock|disponible|otra talla|otro color)\b|\b(?:hacen envios|envian) (?:\w+ ){0,2}?a\b|\bgastos de envio|\bgarantia\b|\bcomo (?:se usa|se lava|funciona|lo uso|se limpia)|\bguia de tallas|\bantes de comprar|\bvolver\w* a (?:tener|estar)|\bingredientes\b|\benvian a\b|\bcuanto (?:mide|pesa|cuesta)/,
      weak: /\bdisponible\b|\bmaterial\b|\btalla\b/,
    },
    complaint: {
      strong:
        /\b(?:queja\w*|reclam\w*|pesim[oa]|(?:mal|mala|horrible|terrible|malisim[oa]|nefast[oa]|penos[oa]) (?:\w+ )?(?:servicio|atencion|experiencia)|(?:servicio|atencion|experiencia) (?:al cliente )?(?:\w+ )?(?:pesim\w*|horrible|terrible|mal[ao]|malisim\w*|nefast\w*|penos\w*|lamentable)|inaceptable|verguenza|estafa\w*|nunca mas|no (?:vuelvo|volvere|vuelvan) a|nadie (?:responde|contesta|me responde|me contesta|me ayuda)|sin respuesta|tercera vez|vergonzos[oa]|sinverguenzas?|el trato|no (?:me )?(?:contestan|responden))\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:es|son|esta|estan|queda|quedan|quedo) (?:\w+ )?)(?:la bomba|la leche|una pasada|de muerte|para morirse|lo mas|un lujo|de diez)\b(?! (?:lenta|de))|\b(?:muchas gracias por|mil gracias|gracias por (?:todo|la|el|su|vuestr|tu)|me (?:encanta|encanto|encantan|ha encantado|gusta mucho|gusto mucho|fascina)|(?:muy|super|tan) (?:content\w*|feliz|satisfech\w*|bonit\w*|bien|buen\w*)|precios[oa]s?|preciosisim\w*|maravill\w*|perfect[oa]|excelente|estupend\w*|genial|hermos\w*|felicit\w*|enhorabuena|recomiend\w*|recomendar\w*|sigan asi|encantad[oa])\b/,
      weak: /\bgracias\b/,
    },
    account: {
      strong:
        /\b(?:contrasena|iniciar sesion|mi cuenta|cuenta de (?:usuario|cliente)|registr(?:o|ar|arme)|usuario|boletin|newsletter|darme de baja|borrar mis datos|rgpd|puntos|suscripcion|crear una cuenta|eliminar (?:mi|la) cuenta)\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:fuera de la oficina|respuesta automatica|ausente (?:de|hasta)|posicionamiento (?:web|seo)|seo|backlinks?|mensaje automatico)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furios[oa]|enfadad[oa]|enojad[oa]|indignad[oa]|indignante|inaceptable|verguenza|vergonzos[oa]|estafa\w*|estafador\w*|ladrones|robo|mierda|joder|cabread[oa]|tomadura de pelo|menud[oa] (?:verguenza|timo|empresa)|asco|mentiros\w*|engan\w*|sinverguenza\w*|rabia)\b/,
      weak: /\b(?:pesim[oa]|horrible|terrible|fatal|exijo)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustra\w*|hart[oa]|hasta cuando|sigue sin|sigo sin|otra semana|y mi dinero|cansad[oa] de|molest[oa]|fastidi\w*|otra vez|de nuevo|(?:segunda|tercera|cuarta) vez|nadie (?:responde|contesta)|sin respuesta|cuantas veces|llevo (?:\w+ ){0,3}?(?:semanas|dias|meses)|no puede ser|ridicul[oa]|(?:todavia|aun) (?:no|sigo)|perder el tiempo|perdida de tiempo|paciencia|desesperante)\b/,
      weak: /\b(?:esperando|semanas|prometieron|por que|ya deberia|debia)\b/,
    },
    disappointment: {
      strong:
        /\b(?:decepci\w*|desilusi\w*|esperaba (?:mas|algo|mejor|otra)|que (?:pena|lastima)|insatisfech[oa]|descontent[oa]|mala calidad|no (?:es|era) lo que (?:esperaba|pedi)|lastima|lamentable)\b/,
      weak: /\b(?:lamentablemente|desgraciadamente|rot[oa]s?|danad[oa]s?|equivocad[oa]|mal)\b/,
    },
    worry: {
      strong:
        /\b(?:preocup\w*|nervios[oa]|angusti\w*|miedo|temo|ansios[oa]|ansiedad|inquiet[oa]|espero que (?:no|llegue|este|pueda)|agobiad[oa]|se (?:ha|habra) perdido|es (?:una )?estafa\?)\b/,
      weak: /\b(?:urgente\w*|ojala|cumpleanos|boda|a tiempo|perdido)\b/,
    },
    confusion: {
      strong:
        /\b(?:confundid[oa]|confus\w*|confusion|no (?:lo )?entiendo|no comprendo|no (?:me )?queda claro|no se (?:que|como|por que|si|cual)|no tiene sentido|extran[oa]|rar[oa]|que significa)\b/,
      weak: /\b(?:por que|duda|explicar)\b/,
    },
    sadness: {
      strong:
        /\b(?:triste\w*|tristeza|llor\w*|lagrimas|desconsolad[oa]|destrozad[oa]|deprimi\w*|dolor|me duele|hospital|cancer|enferm[oa] grave|afectad[oa]|apenad[oa])\b/,
      weak: /\b(?:enferm[oa]|sol[oa]|dificil)\b/,
    },
    grief: {
      strong:
        /\b(?:fallec\w*|murio|muri[oe]\w*|ha muerto|muerte de|funeral|entierro|luto|duelo|difunt[oa]|velatorio|viud[oa]|perdi a mi|pesame|(?:mi|nuestro|nuestra) (?:padre|madre|marido|mujer|esposo|esposa|abuel[oa]|hij[oa]|herman[oa]) (?:ha )?(?:muerto|murio|fallecio))\b/,
    },
    embarrassment: {
      strong:
        /\b(?:me da verguenza|avergonzad[oa]|que verguenza (?:me|por mi)|culpa mia|mi (?:error|culpa)|error mio|sin querer|por error|me equivoque|(?:perdon|disculp\w*|siento) (?:por |las? |la |el )?(?:molest\w*|confusion|error|lio)|despiste|tont[oa] de mi)\b/,
      weak: /\b(?:perdon|disculpas?|lo siento)\b/,
    },
    gratitude: {
      strong:
        /\b(?:muchas gracias|muchisimas gracias|mil gracias|gracias (?:por|de verdad|de corazon|a tod)|agradec\w*|agradezco|se lo agradezco)\b/,
      weak: /\bgracias\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:es|son|esta|estan|queda|quedan|quedo) (?:\w+ )?)(?:la bomba|la leche|una pasada|de muerte|para morirse|lo mas|un lujo|de diez)\b(?! (?:lenta|de))|\b(?:encanta\w*|encantad[oa]|feliz|felices|content[oa]|content(?:isim)[oa]|alegr\w*|ilusion\w*|maravill\w*|precios[oa]s?|perfect[oa]|genial|estupend[oa]|fantastic[oa]|increible(?:mente)? (?:bonit\w*|bien|bueno)|hermos[oa]|excelente|emocionad[oa]|bonit[oa]|fascin\w*)\b/,
      weak: /\b(?:bien|buen[oa]?|gusta)\b/,
    },
    surprise: {
      strong:
        /\b(?:sorpren\w*|sorpresa|wow|guau|increible|inesperad[oa]|no (?:me )?(?:lo )?esperaba|no (?:me )?lo puedo creer|asombr\w*|madre mia|vaya)\b/,
    },
  },
  negation: /\b(?:no|nunca|nada|sin|tampoco|ni|poco)\b/,
  intensifier:
    /\b(?:muy|tan|super|realmente|totalmente|completamente|absolutamente|demasiado|extremadamente|siempre|bastante|muchisim\w*)\b/,
  urgency: {
    now: /\b(?:urgente\w*|urge|inmediat\w*|ya mismo|ahora mismo|hoy|manana|cuanto antes|emergencia|enseguida|de inmediato)\b/,
    today:
      /\b(?:lo antes posible|pronto|a tiempo|antes (?:del?|de que)|para (?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana|\d+)|cumpleanos|boda|navidad|reyes|bautizo|viaj\w*|vacaciones|esta semana|plazo)\b/,
  },
  courtesy:
    /^¿?¡?(?:hola|buen[oa]s (?:dias|tardes|noches)|buenas|estimad[oa]s?|querid[oa]s?)\b[^.!?\n]{0,30}[,!.:]?$|\b(?:muchas )?gracias (?:de antemano|por adelantado|por (?:su|vuestra|tu|la) (?:ayuda|atencion|tiempo|respuesta|comprension))\b.{0,10}|^(?:muchas )?gracias[.!, ]*(?:(?:y )?(?:un )?saludos?.{0,30})?$|\b(?:un )?(?:cordial(?:es)? |atent[oa]s? )?saludos?\b.{0,40}$|^atentamente\b.{0,30}$|\bquedo a la espera\b.{0,40}|\bme (?:encantaria|gustaria)\b/,
};

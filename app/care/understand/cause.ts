import type { Sentence } from "./fold.ts";
import type { Cause, Intent } from "./reading.ts";

type About = Cause["about"];

/** Words for what a feeling is about, in the languages of the cues; folded text. */
const about: [About, RegExp][] = [
  [
    "promise",
    /\b(?:promis\w*|guarante\w*|you said|you told me|assured|versproch\w*|zugesagt|zugesichert|promet\w*|dijeron que|promesse|aviez dit|m'avez dit|disseram que|promess\w*|avevate detto|beloofd)\b|約束/,
  ],
  [
    "contact",
    /\b(?:no (?:reply|response|answer|one)|nobody|ignor\w+ (?:me|my)|customer service|support|(?:third|fourth|second) (?:email|message|mail)|keine (?:antwort|ruckmeldung)|niemand|kundenservice|kundendienst|nadie|sin respuesta|atencion al cliente|personne ne|sans reponse|aucune reponse|service client|ninguem|sem resposta|atendimento|nessuno risponde|servizio clienti|geen (?:reactie|antwoord)|klantenservice)\b|返事|対応/,
  ],
  [
    "money",
    /\b(?:refund|money|charged?|paid|payment|price|expensive|invoice|geld|erstatt\w*|ruckerstatt\w*|abgebucht|bezahlt|teuer|rechnung|dinero|reembols\w*|cobr\w*|pagad\w*|factura|argent|rembours\w*|debite\w*|paye|cher|facture|dinheiro|estorno|cobrad\w*|pago|soldi|rimbors\w*|addebit\w*|terugbeta\w*|betaald)\b|返金|お金|請求/,
  ],
  [
    "item",
    /\b(?:broken|damaged|defect\w*|wrong (?:item|size|colou?r|one)|missing|quality|does(?:n't| not) (?:work|fit)|kaputt\w*|defekt\w*|beschadigt\w*|falsche\w*|qualitat|fehlt|passt nicht|rot[oa]s?|danad\w*|defectuos\w*|talla|calidad|equivocad\w*|casse\w*|abime\w*|defectueu\w*|taille|qualite|quebrad\w*|danificad\w*|defeit\w*|tamanho|qualidade|errad\w*|rott[oa]|danneggiat\w*|taglia|kapot\w*|beschadigd\w*|maat|beautiful|gorgeous|lovely|perfect|love (?:it|them)|wunderschon|precios[oa]|magnifique|lind[oa]|bellissim\w*|prachtig)\b|壊れ|破損|不良|サイズ|商品/,
  ],
  [
    "delivery",
    /\b(?:deliver\w*|arriv\w*|parcel|package|shipp\w*|track\w*|courier|driver|carrier|late|waiting|where is|liefer\w*|paket\w*|versand\w*|zustell\w*|angekommen|unterwegs|envi\w*|paquete|entreg\w*|lleg\w*|livr\w*|colis|expedi\w*|encomenda|cheg\w*|pacote|consegn\w*|pacco|spedi\w*|bezorg\w*|pakket|verzend\w*)\b|届|配送|配達|発送/,
  ],
];

const self =
  /\b(?:my (?:own )?(?:fault|mistake|bad|error)|i (?:accidentally|mistakenly|mistyped|misread|messed up)|silly me|stupid of me|mein fehler|meine schuld|versehentlich|aus versehen|vertippt|culpa mia|mi error|me equivoque|sin querer|ma faute|mon erreur|je me suis trompe\w*|culpa minha|minha culpa|meu erro|me enganei|enganei-me|colpa mia|mio errore|per sbaglio|mijn fout|per ongeluk)\b|私のミス|間違えて/;
const carrier =
  /\b(?:courier|driver|carrier|mailman|postman|ups|usps|fedex|dhl|dpd|gls|hermes|evri|royal mail|post office|bote|fahrer|zusteller|deutsche post|repartidor|mensajero|transportista|correos|seur|livreur|facteur|transporteur|colissimo|chronopost|la poste|entregador|carteiro|estafeta|transportadora|correios|ctt|corriere|postino|poste italiane|bezorger|postnl|koerier)\b|ヤマト|佐川|配達員/;
const shop =
  /\b(?:you (?:sent|promised|said|told|never|didn't|did not|failed|charged|have not|haven't|ignored|people|guys)|your (?:service|company|shop|store|support|staff|team|fault|website)|sie haben|ihr (?:habt|shop|service|laden|unternehmen)|ustedes|me (?:enviaron|mandaron|cobraron|dijeron)|su (?:tienda|servicio|empresa)|vous (?:avez|m'avez|n'avez|etes)|votre (?:service|boutique|site|entreprise)|voces|mandaram|enviaram|cobraram|a vossa|vossa|seu (?:servico|site)|vostro|avete|mi avete|jullie|uw)\b|御社|貴社|そちら/;

/** What the feeling is about and who is blamed, read from the words; the intent decides where they are silent. */
export function cause(sentences: Sentence[], intent: Intent): Cause {
  let best: { about: About; quote: string } | undefined;
  for (const [name, pattern] of about) {
    const found = sentences.find(({ folded }) => pattern.test(folded));
    if (!found) continue;
    if (!best || name === byIntent[intent]) best = { about: name, quote: found.text };
  }
  const all = sentences.map(({ folded }) => folded).join("\n");
  const owns = self.test(all);
  const blamed = owns ? "self" : carrier.test(all) ? "carrier" : shop.test(all) ? "shop" : "nobody";
  const fallback = byIntent[intent] ?? "unknown";
  return {
    about: owns && !best ? "self" : (best?.about ?? fallback),
    blamed,
    quote: (best?.quote ?? "").slice(0, 300),
  };
}

const byIntent: Partial<Record<Intent, About>> = {
  order_status: "delivery",
  delivery_problem: "delivery",
  wrong_or_damaged_item: "item",
  return: "item",
  refund: "money",
  payment: "money",
  complaint: "contact",
  praise: "item",
  product_question: "item",
};

import type { RiskPatterns } from "./risk-patterns.ts";

export const spanishRisks: RiskPatterns = {
  legal:
    /\b(?:abogad[oa]s?|demand(?:a|ar|are|arlos|arles) (?:a |por|contra|judicial)?|acciones legales|medidas legales|juzgado|tribunales|denunci\w*|(?:oficina|organismo) (?:\w+ ){0,3}?consum\w*|consumidor\w*|ocu|facua|profeco|hoja de reclamaciones|via judicial|policia)\b/,
  chargeback:
    /\b(?:contracargo|retroceso (?:del|de) (?:cargo|pago)|disputa\w*|(?:llam|habl|contact|reclam|avis|acud|ir)\w* (?:\w+ ){0,3}?banco|anular el cargo|reclamacion (?:en|a) paypal|proteccion al comprador|desconocer el cargo)\b/,
  safety:
    /\b(?:fuego|incendi\w*|quem(?:o|ado|adura\w*|aron|a)|humo|chispa\w*|explot\w*|descarga electrica|electrocut\w*|sobrecalent\w*|derret\w*|herid\w*|lesion\w*|sangr\w*|cort(?:e|o|ado|ada) (?:la mano|el dedo)|urgencias|hospital|intoxic\w*|alerg\w*|sarpullido|atragant\w*|asfix\w*|peligros\w*|toxic\w*|moho|cristales)\b/,
  self_harm:
    /\b(?:suicid\w*|matarme|quitarme la vida|no quiero (?:vivir|seguir viviendo)|quiero morir\w*|hacerme dano|acabar con (?:mi vida|todo)|ganas de morir|autolesi\w*|me quiero morir|sin ganas de vivir)\b/,
  press:
    /\b(?:periodista\w*|prensa|periodico|television|medios (?:de comunicacion)?|redes sociales|resena (?:negativa|mala)|mala resena|trustpilot|una estrella|seguidores|hacer(?:lo)? publico|viral)\b/,
  vulnerable:
    /\b(?:fallec\w*|murio|funeral|luto|viud[oa]|cancer|quimio\w*|hospital|operacion|discapaci\w*|silla de ruedas|cieg[oa]|sord[oa]|demencia|embaraz\w*|aborto espontaneo|depresi\w*|ansiedad|salud mental|medicamento\w*|insulina|desemplead[oa]|en (?:el )?paro|deudas|violencia|no puedo (?:pagar|permitirme)|anciana?|persona mayor)\b/,
  injection:
    /\b(?:ignor\w*|olvid\w*|descart\w*|pas\w* por alto) (?!(?:\w+ )?(?:mi|mis|nuestro) )(?:\w+ ){0,4}?(?:instruccion\w*|reglas|indicacion\w*|ordenes (?:anteriores|previas)|directrices|prompt|contexto)|\b(?:ignor\w*|olvid\w*) (?:\w+ )?(?:todo|cuanto) (?:lo )?(?:que|anterior)|\bahora eres\b|\ba partir de ahora (?:eres|actua\w*|seras)|\bactua como\b|\bcomportate como\b|\b(?:imagina|supon) que eres\b|\bprompt del sistema\b|\bhaz como si\b|\bfinge (?:que|ser)\b|\bnuevas? (?:instruccion\w*|tarea)\b ?:?|\b(?:revela|muestra\w*|dime|repite) (?:\w+ ){0,3}?(?:instrucciones|prompt|contrasenas|claves)\b(?! de (?:uso|lavado|montaje|devolucion))|\b(?:solo|solamente) (?:tienes que (?:decir|responder)|(?:responde|di|escribe) ["'])|\brepite despues de mi\b|\b(?:eres|como) un(?:a)? (?:\w+ )?(?:modelo de lenguaje|ia\b|asistente virtual|chatbot)|\bmensaje para (?:la ia|el asistente|el bot)\b|\b(?:asistente|ia|bot)[,:] (?:\w+ ){0,3}?(?:aprueba|reembolsa|responde|confirma|debes)/,
  wants_person:
    /\b(?:(?:hablar|comunicarme|contactar) con (?:\w+ ){0,3}?(?:persona|humano|agente|alguien|encargado|responsable|supervisor|gerente|operador)|persona real|no (?:\w+ ){0,4}?(?:bot|robot)\b|llam(?:en|eme|adme|ame)\w*|numero de telefono|(?:hablar|contact\w*|atend\w*|atiend\w*) .{0,20}por telefono)\b/,
};

import type { RiskPatterns } from "./risk-patterns.ts";

export const portugueseRisks: RiskPatterns = {
  legal:
    /\b(?:advogad[oa]s?|processar|processo judicial|acao judicial|medidas (?:legais|judiciais)|justica|tribunal|procon|deco|livro de reclamacoes|policia|pequenas causas|queixa-crime|denuncia\w*)\b/,
  chargeback:
    /\b(?:chargeback|contestar (?:a |o )?(?:compra|cobranca|pagamento|transacao)|contestacao|disputa\w*|(?:falar|contact|contat|lig|reclam|recorr)\w* (?:\w+ ){0,3}?banco|operadora do cartao|estornar pelo cartao|protecao ao comprador)\b/,
  safety:
    /\b(?:fogo|incendi\w*|queim\w*|fumaca|fumo(?! di)|faisca\w*|explod\w*|choque eletrico|eletrocut\w*|sobreaquec\w*|superaquec\w*|derret\w*|ferid\w*|ferimento\w*|machuc\w*|sangr\w*|cort(?:ei|ou|ado) (?:a mao|o dedo|me)|hospital|urgencias|pronto-socorro|intoxic\w*|alerg\w*|engasg\w*|perigos\w*|toxic\w*|mofo|bolor|cacos)\b/,
  self_harm:
    /\b(?:suicid\w*|me matar|matar-me|tirar a (?:minha )?(?:propria )?vida|nao quero (?:mais )?viver|quero morrer|me machucar|acabar com (?:a minha vida|tudo)|vontade de morrer|automutil\w*|sem vontade de viver)\b/,
  press:
    /\b(?:jornalista\w*|imprensa|jornal|televisao|midia|comunicacao social|redes sociais|avaliacao (?:negativa|ma|pessima)|reclame aqui|trustpilot|uma estrela|seguidores|tornar publico)\b/,
  vulnerable:
    /\b(?:falec\w*|morreu|funeral|luto|viuv[oa]|cancer|quimio\w*|hospital|cirurgia|deficien\w*|cadeira de rodas|ceg[oa]|surd[oa]|demencia|gravida|gravidez|aborto|depress\w*|ansiedade|saude mental|medicament\w*|remedio\w*|insulina|desempregad[oa]|dividas|violencia|nao (?:tenho como|posso) pagar|idos[oa])\b/,
  injection:
    /\b(?:ignor\w*|esquec\w*|desconsider\w*) (?!(?:\w+ )?(?:meu|minha|meus|minhas|nosso) )(?:\w+ ){0,4}?(?:instruc\w*|regras|ordens (?:anteriores|previas)|diretrizes|prompt|contexto)|\b(?:ignor\w*|esquec\w*) (?:\w+ )?tudo (?:o )?(?:que|acima|antes)|\b(?:voce|tu) (?:e|es) agora\b|\bagora (?:voce e|es) (?:um|uma|o|a)\b|\ba partir de agora (?:voce|tu|es|e)\b|\baja como\b|\bage como\b|\bprompt do sistema\b|\bfinja (?:que|ser)\b|\bfinge (?:que|ser)\b|\b(?:imagine|imagina) que (?:voce e|es)\b|\bnovas? (?:instruc\w*|tarefa)\b ?:|\b(?:revele|mostre|mostra|repita|diga) (?:\w+ ){0,3}?(?:suas instrucoes|seu prompt|o prompt|as tuas instrucoes|senhas)|\brepita depois de mim\b|\b(?:responda|diga|escreva) (?:apenas|somente|so) ["':]|\b(?:como um|voce e um) (?:\w+ )?(?:modelo de linguagem|ia\b|chatbot|assistente virtual)|\b(?:assistente|ia|bot)[,:] (?:\w+ ){0,3}?(?:aprove|reembolse|responda|confirme|deve)/,
  wants_person:
    /\b(?:(?:falar|conversar) com (?:\w+ ){0,3}?(?:pessoa|humano|atendente|alguem|gerente|responsavel|supervisor|operador)|pessoa (?:real|de verdade)|nao (?:\w+ ){0,4}?(?:robo|bot)\b|lig(?:uem|ue|ar)[- ]?(?:me|para mim)|me (?:liguem|ligue)|numero de telefone|(?:falar|contact\w*|contat\w*) .{0,20}por telefone)\b/,
};

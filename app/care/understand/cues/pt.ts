import type { LanguageCues } from "./cues.ts";

const thing = "(?:pedido|encomenda|pacote|envio|compra|artigo|produto|entrega|vestido|sapatos|presente)s?";

export const portuguese: LanguageCues = {
  language: "pt",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\b(?:onde|a quem) (?:\\w+ ){0,3}?(?:entregue|entregaram|deixaram|deixado)\\b|\\b(?:onde|aonde) (?:esta|estao|anda|fica|se encontra)|\\bcade\\b|\\bquando (?:chega|chegara|vai chegar|recebo|vou receber|sera|sai|vem|vao enviar|e que|enviam)|\\b(?:estado|status|situacao|rastreio|rastreamento|rastrear|acompanhar|seguimento|localizar) (?:do |da |de |o |a |meu |minha )?(?:meu |minha )?(?:${thing})?|\\b(?:codigo|numero) de (?:rastreio|rastreamento|seguimento)|\\bquanto tempo|\\b(?:continuo|estou|ainda estou) (?:a espera|esperando|a esperar|aguardando)|\\balguma (?:novidade|noticia|atualizacao)|\\bja (?:saiu|foi enviad|seguiu|despach)|\\bprazo de entrega|\\b(?:chegue|chegar|chega) a tempo|\\b(?:esperando|a espera|aguardando) (?:\\w+ ){0,2}?(?:ha|faz)|\\bainda nao (?:saiu|foi enviad)|\\bdata de entrega`,
      ),
      weak: /\bainda nao (?:\w+ )?(?:chegou|recebi|foi)|\bdevia ter chegado|\bdeveria ter chegado|\bera para (?:ter )?cheg/,
    },
    delivery_problem: {
      strong: new RegExp(
        `\\b(?:consta|diz|aparece|marca\\w*|indica|esta como)\\b.{0,30}\\bentregue|\\bnunca (?:chegou|recebi|foi entregue)|\\bnao (?:chegou|recebi|foi entregue|me foi entregue|veio)|\\b(?:extravi\\w*|perdid[oa]|perdeu-se|se perdeu|roubad[oa]|sumiu|desaparec\\w*)|\\batras\\w*|\\b(?:endereco|morada|vizinho|casa) errad[oa]|\\bentreg\\w+ (?:\\w+ ){0,4}?(?:vizinho|errad|outra|outro)|\\b(?:parad[oa]|pres[oa]|retid[oa]|travad[oa])\\b|\\bnao (?:se mexe|atualiza|mexe)|\\b(?:entregador|carteiro|estafeta|transportadora|correios|ctt)\\b|\\bfalha na entrega|\\bdevolvid[oa] ao remetente|\\btentativa de entrega`,
      ),
      weak: /\b(?:semanas|alfandega|tarde)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:quebrad[oa]s?|partid[oa]s?|danificad[oa]s?|defeituos[oa]s?|defeito|estragad[oa]s?|rasgad[oa]s?|riscad[oa]s?|rachad[oa]s?|avariad[oa]s?|amassad[oa]s?|manchad[oa]s?|furad[oa]s?)\b|\b(?:artigo|produto|tamanho|cor|modelo|item|pedido|numero)s? (?:\w+ )?(?:errad[oa]s?|trocad[oa]s?|diferente|incorret[oa])|\b(?:errad[oa]|outro|outra) (?:artigo|produto|tamanho|cor|modelo|item)|\bnao (?:funciona|liga|carrega|e o que (?:pedi|comprei|encomendei))|\bfalt(?:a|am|ou|ava|avam|ando)\b|\bem vez d|\bao inves d|\bveio (?:sem|com|outro|outra|errad)|\bincomplet[oa]|\bso (?:recebi|veio|chegou)|\bburaco\b|\b(?:pedi|comprei|encomendei)\b.{0,40}\be (?:veio|recebi|chegou|mandaram|enviaram)/,
    },
    return: {
      strong:
        /\b(?:devolv\w*|devoluc\w*|trocar|troca|etiqueta de devolucao|nao (?:me )?(?:serve|serviu|servem)|(?:ficou|ficaram|e|sao|esta) (?:muito |demasiado )?(?:pequen\w*|grande|grandes|apertad\w*|larg\w*|curt\w*|comprid\w*)|arrependi\w*|direito de arrependimento)\b/,
    },
    refund: {
      strong:
        /\b(?:reembols\w*|estorn\w*|dinheiro de volta|meu dinheiro|(?:devolvam|devolver|devolucao|receber) (?:\w+ ){0,3}?(?:dinheiro|valor)|ressarc\w*)\b/,
    },
    cancel: {
      strong:
        /\b(?:cancel\w*|anular|anulacao|desist\w*|nao (?:quero|preciso) mais|ja nao (?:quero|preciso))\b/,
    },
    change_order: {
      strong:
        /\b(?:alterar|mudar|modificar|corrigir|trocar)\b.{0,25}\b(?:pedido|encomenda|tamanho|cor|quantidade|item|modelo|data)\b(?!.{0,20}\bchegou)|\b(?:adicionar|acrescentar|incluir|remover|retirar)\b.{0,40}\b(?:pedido|encomenda|item|produto|artigo)|\bpedi (?:\w+ ){0,4}?(?:errad|por engano)|\b(?:me enganei n[oa]s?|enganei-me)\b(?!.{0,35}\b(?:morada|endereco|rua|cep|codigo postal))/,
    },
    change_address: {
      strong:
        /\b(?:alter\w*|mud\w*|troc\w*|atualiz\w*|corrig\w*|nov[oa]|errad[oa]|outr[oa]|errei)\b.{0,35}\b(?:endereco|morada|cep|codigo postal)|\benganei\b.{0,35}\b(?:endereco|morada|rua|cep|codigo postal)|\b(?:codigo postal|cep|numero da (?:casa|porta))\b|\b(?:endereco|morada)\b.{0,40}\b(?:alter\w*|mud\w*|errad[oa]|incorret[oa]|nov[oa]|antig[oa]|atualiz\w*|incomplet[oa])|\b(?:me mudei|mudei-me|mudei de (?:casa|endereco|morada))\b/,
      weak: /\bendereco\b|\bmorada\b/,
    },
    payment: {
      strong:
        /\b(?:cobr\w*|fatura|faturas|recibo|nota fiscal|pagamento\w*|pagar|cartao|paypal|pix|boleto|mb way|multibanco|transferencia|cupom|cupao|codigo (?:de desconto|promocional)|parcel(?:a\w*|ei|ou)|debitad[oa]|iva)\b/,
      weak: /\b(?:paguei|pago|preco|desconto|banco|duas vezes)\b/,
    },
    product_question: {
      strong:
        /\b(?:e|sao|esta|estao) (?:\w+ ){0,5}?(?:impermeavel|a prova d'agua|a prova de agua|compativel|vegano|vegan|disponivel|disponiveis|em estoque|em stock|lavavel|adequad[oa]s?|resistente\w*)\b|\b(?:qual|quais) (?:e |sao )?(?:o |a |os |as )?(?:tamanho|material|medidas?|cores|cor|diferenca|composicao|ingredientes|numero certo)|\bque (?:tamanho|material|medidas|cores)|\b(?:tem|vendem) (?:\w+ ){0,5}?(?:em (?:estoque|stock|outra|outro|preto|azul)|estoque|stock|disponivel|outra cor|outro tamanho)\b|\b(?:enviam|entregam|fazem entregas?) (?:\w+ ){0,2}?(?:para|em|no|na)\b|\bde que material|\b(?:frete|portes|custo de envio)\b|\bgarantia\b|\bcomo (?:se usa|usar|lavar|funciona|limpar)|\bguia de tamanhos|\bantes de comprar|\bvolta\w* (?:a ter|ao estoque)|\bingredientes\b|\bquanto (?:mede|pesa|custa)/,
      weak: /\bdisponivel\b|\bmaterial\b|\btamanho\b/,
    },
    complaint: {
      strong:
        /\b(?:reclam\w*|queixa\w*|pessim[oa]|(?:mau|ma|pessimo|horrivel|terrivel|ruim|lixo de|pior) (?:\w+ )?(?:servico|atendimento|experiencia)|(?:servico|atendimento|experiencia) (?:\w+ )?(?:pessim\w*|horrivel|terrivel|ruim|lamentavel)|inaceitavel|vergonha|absurdo|descaso|falta de respeito|golpe|burla\w*|nunca mais|ninguem (?:responde|me responde|ajuda|resolve)|sem resposta|terceira vez|nao (?:me )?respondem|procon|livro de reclamacoes|reclame aqui)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:e|sao|esta|ficou|ficaram|um|uma|simplesmente) )(?:de morrer|um arraso|arraso|um luxo|um espetaculo|show de bola|top demais|um sonho)\b|\b(?:muit[oa] obrigad[oa] (?:por|pel[oa])|obrigad[oa] (?:por (?:tudo|est|ess)|pel[oa])|atencios[oa]s|simpatic[oa]s|adorei|amei|adoro|amo|(?:muito|super|tao) (?:content\w*|feliz|satisfeit\w*|bonit\w*|bom|bem|lind\w*)|lind[oa]s?|lindissim\w*|maravilh\w*|perfeit[oa]|excelente|otim[oa]|espetacular|fantastic[oa]|parabens|recomendo|continuem assim|encantad[oa])\b/,
      weak: /\bobrigad[oa]\b/,
    },
    account: {
      strong:
        /\b(?:senha|palavra-passe|password|login|entrar na (?:minha )?conta|minha conta|conta de (?:cliente|usuario)|cadastro|registar|registo|newsletter|apagar (?:os )?meus dados|excluir (?:minha|a) conta|rgpd|lgpd|pontos|assinatura|subscricao|criar (?:uma )?conta)\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:fora do escritorio|resposta automatica|ausente (?:do escritorio|ate)|mensagem automatica|otimizacao de sites|seo|backlinks?)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furios[oa]|irritad[oa]|zangad[oa]|indignad[oa]|revoltad[oa]|revoltante|inaceitavel|vergonha|vergonhos[oa]|absurdo|golpe|golpistas?|burla\w*|burlad[oa]|ladroes|roubo|merda|porra|caralho|palhacada|gozar com|pouca vergonha|mentiros\w*|engan(?:ad[oa]|aram)|falta de respeito|descaso|raiva|odio|nojo)\b/,
      weak: /\b(?:pessim[oa]|horrivel|terrivel|exijo)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustra\w*|fart[oa]|ate quando|mais uma semana|e o meu dinheiro|cansad[oa] de|chatead[oa]|aborrecid[oa]|de novo|outra vez|novamente|(?:segunda|terceira|quarta) vez|ninguem (?:responde|resolve|ajuda)|sem resposta|quantas vezes|ha (?:\w+ )?(?:semanas|meses)|ridicul[oa]|ainda (?:nao|estou|sem|continuo)|perda de tempo|perder tempo|paciencia|saco cheio)\b/,
      weak: /\b(?:esperando|espera|semanas|prometeram|por que|porque e que|ja devia|deveria)\b/,
    },
    disappointment: {
      strong:
        /\b(?:decepc\w*|desilud\w*|desilusao|desiludid[oa]|desapontad[oa]|esperava (?:mais|melhor|outra)|que pena|insatisfeit[oa]|descontente|ma qualidade|qualidade ruim|nao (?:e|era) o que (?:esperava|pedi)|pena|lamentavel)\b/,
      weak: /\b(?:infelizmente|quebrad[oa]s?|danificad[oa]s?|partid[oa]s?|errad[oa])\b/,
    },
    worry: {
      strong:
        /\b(?:preocup\w*|nervos[oa]|angusti\w*|medo|receio|ansios[oa]|ansiedade|aflit[oa]|espero que (?:nao|chegue|esteja|de|possa)|sera que (?:se perdeu|foi|vai chegar|chega|e golpe)|se extraviou)\b/,
      weak: /\b(?:urgente\w*|tomara|aniversario|casamento|a tempo|perdid[oa])\b/,
    },
    confusion: {
      strong:
        /\b(?:confus[oa]|confusao|nao (?:entendo|entendi|percebo|compreendo)|nao (?:me )?(?:esta|ficou) claro|nao sei (?:se|como|o que|por que|porque|qual)|nao faz sentido|estranh[oa]|o que significa|perdid[oa] com)\b/,
      weak: /\b(?:por que|duvida|explicar)\b/,
    },
    sadness: {
      strong:
        /\b(?:triste\w*|tristeza|chor\w*|lagrimas|arrasad[oa]|deprimi\w*|devastad[oa]|doi|dor|hospital|cancer|gravemente doente|abalad[oa]|magoad[oa])\b/,
      weak: /\b(?:doente|sozinh[oa]|dificil)\b/,
    },
    grief: {
      strong:
        /\b(?:falec\w*|morreu|morte d[aoe]|funeral|enterro|luto|velorio|falecid[oa]|viuv[oa]|perdi (?:o meu|a minha|meu|minha) (?:pai|mae|marido|mulher|esposa|esposo|avo|filh[oa]|irma[o]?|cachorr[oa]|gat[oa])|pesames|condolencias)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:que vergonha a minha|envergonhad[oa]|constrangid[oa]|culpa minha|minha culpa|meu erro|erro meu|sem querer|por engano|me enganei|enganei-me|(?:desculp\w*|perdao) (?:o |a |pel[oa] |por )?(?:incomod\w*|confusao|erro|transtorno|trabalho)|distracao minha)\b/,
      weak: /\b(?:desculp\w*|perdao)\b/,
    },
    gratitude: {
      strong:
        /\b(?:muit[oa] obrigad[oa]|muitissimo obrigad[oa]|mil obrigad[oa]s|obrigad[oa] (?:por|pel[oa]|de coracao|a tod)|agradec\w*|grat[oa]|gratidao|obrigadao)\b/,
      weak: /\b(?:obrigad[oa]|valeu)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:e|sao|esta|ficou|ficaram|um|uma|simplesmente) )(?:de morrer|um arraso|arraso|um luxo|um espetaculo|show de bola|top demais|um sonho)\b|\b(?:adorei|amei|adoro|amo|feliz|felizes|content[oe]|contentissim[oa]|alegr\w*|maravilh\w*|lind[oa]s?|perfeit[oa]|otim[oa]|fantastic[oa]|incrivel(?:mente)?|excelente|espetacular|animad[oa]|emocionad[oa]|encantad[oa]|show de bola)\b/,
      weak: /\b(?:bom|boa|bem|bonit[oa]|gostei)\b/,
    },
    surprise: {
      strong:
        /\b(?:surpres[oa]|surpreend\w*|uau|nossa|inesperad[oa]|nao (?:esperava|acredito)|inacreditavel|espantad[oa]|impressionad[oa])\b/,
    },
  },
  negation: /\b(?:nao|nunca|nada|sem|nem|jamais|pouco)\b/,
  intensifier:
    /\b(?:muito|muita|tao|super|realmente|totalmente|completamente|absolutamente|extremamente|demais|sempre|bastante)\b/,
  urgency: {
    now: /\b(?:urgente\w*|urgencia|imediat\w*|agora mesmo|ja|hoje|amanha|o quanto antes|emergencia|o mais rapido)\b/,
    today:
      /\b(?:assim que possivel|logo que possivel|o mais breve|em breve|a tempo|antes (?:d[aoe]|que)|ate (?:segunda|terca|quarta|quinta|sexta|sabado|domingo|o dia|dia|amanha)|aniversario|casamento|natal|batizado|batismo|viag\w*|ferias|esta semana|prazo)\b/,
  },
  courtesy:
    /^(?:ola|oi|bom dia|boa tarde|boa noite|prezad[oa]s?|car[oa]s?|estimad[oa]s?)\b[^.!?\n]{0,30}[,!.]?$|\b(?:muito )?obrigad[oa] (?:desde ja|antecipadamente|pel[oa] (?:ajuda|atencao|compreensao|resposta))\b.{0,10}|^(?:muito )?(?:desde ja )?(?:obrigad[oa]|agradeco)[.!, ]*(?:(?:e )?(?:cumprimentos|abracos?).{0,30})?$|\bdesde ja (?:agradeco|obrigad[oa])\b.{0,20}|\b(?:com os )?(?:melhores )?cumprimentos\b.{0,40}$|^(?:atenciosamente|att|abracos?|grato|grata)\b.{0,30}$|\bfico (?:no aguardo|a aguardar|a espera)\b.{0,40}|\b(?:adoraria|gostaria|ficaria (?:feliz|grat[oa]))\b/,
};

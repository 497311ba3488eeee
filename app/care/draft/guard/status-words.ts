import type { ReplyLanguage } from "#app/care/draft/guard/languages.ts";

/** What a sentence can say of where an order, its parcel or its money is. */
export const statusClaims = [
  "delivered",
  "in_transit",
  "shipped",
  "not_shipped",
  "out_for_delivery",
  "ready_for_pickup",
  "failed_attempt",
  "label_made",
  "on_hold",
  "cancelled",
  "refunded",
  "refund_pending",
  "no_refund",
  "lost",
  "returned",
] as const;
export type StatusClaim = (typeof statusClaims)[number];

/**
 * How each language says it, as patterns for one clause in which values are blank. An empty one: the language has no words
 * for it of its own. A clause that denies or only supposes it does not say it.
 */
export const statusWords: Record<ReplyLanguage, Partial<Record<StatusClaim, RegExp>>> = {
  en: {
    delivered:
      /\b(?:was|is|were|are|been|marked as|got|as) (?:already |now |just |successfully |safely )?delivered\b|\b(?:has|have) (?:already |now |safely |just )?arrived\b|\barrived (?:on|at|in|today|yesterday|safely|with you)\b|\b(?:dropped off|handed over to (?:you|a neighbou?r)|left (?:at your door|with a neighbou?r))\b/iu,
    in_transit: /\b(?:on (?:its|the|their) way|in transit|en route|under ?way to you|travelling to you)\b/iu,
    shipped:
      /\b(?:was|were|is|are|been) (?:already |now |just )?(?:shipped|dispatched|sent out|posted)\b|\b(?:has|have) (?:already |now |just )?(?:left (?:us|our)|shipped)\b|\bwe(?:['’]ve| have)? (?:already |just )?(?:shipped|dispatched)\b/iu,
    not_shipped:
      /(?:\bnot|n['’]t)(?: yet| been| yet been| even been)? (?:shipped|dispatched|left (?:us|our)|sent out|posted)\b|\b(?:unshipped|yet to (?:be shipped|leave|ship))\b|\bstill in our warehouse\b/iu,
    out_for_delivery: /\bout for delivery\b|\bwith the (?:delivery )?driver\b/iu,
    ready_for_pickup:
      /\b(?:ready|waiting|available) (?:for you )?(?:to (?:be )?(?:collect|collected|pick(?:ed)? up)|for (?:you to (?:collect|pick up)|collection|pick-?up))\b/iu,
    failed_attempt:
      /\b(?:tried|attempted) to deliver\b|\b(?:delivery (?:attempt )?|attempt )(?:has )?failed\b|\bfailed (?:delivery|attempt)\b|\bcould not (?:be delivered|hand (?:it|them) over|deliver)\b/iu,
    label_made: /\blabel\b.{0,60}\b(?:created|printed|made)\b/iu,
    on_hold: /\bon hold\b/iu,
    cancelled: /\b(?:was|is|were|are|been|got) (?:already |now )?cancell?ed\b/iu,
    refunded:
      /\brefund\b.{0,60}\b(?:went through|gone through|(?:was|been|is) (?:already )?(?:paid|completed?|issued|processed|made|settled))\b|\b(?:was|were|been) (?:already |fully )?refunded\b|\bgot your money back\b/iu,
    refund_pending:
      /\brefund\b.{0,60}\b(?:(?:was|been) (?:started|initiated)|is (?:pending|being processed|under ?way|on its way|still open))\b/iu,
    no_refund: /\bno refund (?:has|was|is)\b|\bnot (?:yet )?(?:been )?refunded\b/iu,
    lost: /\b(?:is|was|been|got) lost\b|\b(?:gone|went) missing\b/iu,
    returned: /\b(?:been|was|is) (?:returned|sent back) to (?:us|the sender|our)\b/iu,
  },
  de: {
    delivered:
      /\b(?:zugestellt|ausgeliefert|eingetroffen|abgegeben)\b|\bist (?!bei uns)(?:.{0,30} )?(?<!bei uns )angekommen\b/iu,
    in_transit: /\b(?:unterwegs|auf dem weg)\b/iu,
    shipped:
      /\b(?:verschickt|versendet|versandt|abgeschickt|losgeschickt|rausgegangen)\b|\bhat unser (?:haus|lager) verlassen\b/iu,
    not_shipped:
      /\b(?:nicht|nie|kein\w*)\b.{0,25}\b(?:verschickt|versendet|versandt|abgeschickt|losgeschickt|verlassen)\b|\bnoch in unserem lager\b/iu,
    out_for_delivery: /\bin (?:der )?zustellung\b|\bim zustellfahrzeug\b|\bwird heute zugestellt\b/iu,
    ready_for_pickup: /\b(?:zur|für die) abholung bereit\b|\babholbereit\b|\bkann .{0,30}abgeholt werden\b/iu,
    failed_attempt:
      /\bversucht\b.{0,60}\bzuzustellen\b|\bzustellversuch\b.{0,30}\b(?:gescheitert|erfolglos|fehlgeschlagen)\b|\bkonnte\b.{0,40}\bnicht (?:übergeben|zugestellt)\b/iu,
    label_made: /\b(?:versand)?etikett\b.{0,60}\b(?:erstellt|gedruckt)\b/iu,
    on_hold: /\b(?:angehalten|zurückgestellt|pausiert)\b/iu,
    cancelled: /\b(?:storniert|annulliert)\b/iu,
    refunded:
      /\b(?:erstattung|rückzahlung|geld)\b.{0,60}\b(?:durchgegangen|abgeschlossen|ausgezahlt|überwiesen|erfolgt)\b|\b(?:erstattet|zurückgezahlt)\b/iu,
    refund_pending:
      /\b(?:erstattung|rückzahlung)\b.{0,60}\b(?:angestoßen|eingeleitet|in bearbeitung|läuft)\b/iu,
    no_refund: /\bkeine (?:erstattung|rückzahlung)\b|\bnicht (?:erstattet|zurückgezahlt)\b/iu,
    lost: /\b(?:verloren gegangen|verlorengegangen|verschollen)\b/iu,
    returned: /\b(?:an uns zurückgegangen|an den absender zurück\w*|zurückgesandt worden)\b/iu,
  },
  es: {
    delivered:
      /\b(?:se (?:ha )?entreg(?:ó|ado)|(?:ha sido|fue|está|constan? como|figura como) entregad[oa]s?|ha llegado|llegó)(?!\p{L})/iu,
    in_transit: /\b(?:(?:en|de) camino|en tránsito)\b/iu,
    shipped:
      /\b(?:se (?:ha )?(?:envió|enviado|despach(?:ó|ado))|(?:ha sido|fue|está) (?:enviad|despachad)[oa]|ha salido de nuestro|hemos enviado)(?!\p{L})/iu,
    not_shipped:
      /\bno (?:se )?ha (?:sido |salido)?(?:enviad[oa]|despachad[oa]|salido)?(?<=enviad[oa]|despachad[oa]|salido)(?!\p{L})|\b(?:sin enviar|pendiente de envío)(?!\p{L})/iu,
    out_for_delivery: /\b(?:sali[óo] a reparto|en reparto|en proceso de entrega)\b/iu,
    ready_for_pickup: /\blist[oa] para (?:su |la )?(?:recog|retir)\w*/iu,
    failed_attempt: /\b(?:intentó entregar|intento de entrega .{0,20}(?:fallid|falló)|no se pudo entregar)/iu,
    label_made: /\betiqueta\b.{0,60}\b(?:cread|impres|generad)[oa]\b/iu,
    on_hold: /\ben espera\b|\bretenid[oa]\b/iu,
    cancelled:
      /\b(?:se (?:ha )?cancel(?:ó|ado)|(?:ha sido|fue|está) cancelad[oa]|hemos cancelado|anulad[oa])(?!\p{L})/iu,
    refunded:
      /\breembolso\b.{0,60}(?:se (?:ha )?(?:completó|completado|realizó|realizado|efectuó)|ha sido (?:abonado|realizado)|está hecho)|\b(?:se ha|ha sido|fue|hemos) reembolsad[oa]/iu,
    refund_pending:
      /\breembolso\b.{0,60}(?:se (?:ha )?inici(?:ó|ado)|está (?:en curso|pendiente|en trámite))/iu,
    no_refund: /\b(?:ningún reembolso|no (?:se )?ha reembolsado)\b/iu,
    lost: /\b(?:se (?:ha )?(?:perdió|perdido|extravi(?:ó|ado))|está (?:perdid|extraviad)[oa])(?!\p{L})/iu,
    returned: /\b(?:devuelt[oa] al (?:remitente|almacén)|nos ha sido devuelt[oa])\b/iu,
  },
  fr: {
    delivered:
      /(?<!\p{L})(?:(?:a(?: bien)? été|est|sont|comme) (?:bien |déjà )?(?:livré|remis)(?:e|s|es)?|est (?:bien |déjà )?arrivée?)(?!\p{L})/iu,
    in_transit: /\b(?:en (?:route|chemin|transit)|en cours d['’]acheminement)\b/iu,
    shipped:
      /(?<!\p{L})(?:(?:a(?: déjà| bien)? été|est) (?:déjà )?(?:expédié|envoyé)e?|a quitté (?:notre|nos)|avons (?:déjà )?(?:expédié|envoyé) (?:votre|ta))(?!\p{L})/iu,
    not_shipped: /\bpas (?:encore )?(?:été )?(?:expédié|envoyé)e?(?!\p{L})|\bencore dans notre entrepôt\b/iu,
    out_for_delivery: /\ben cours de livraison\b|\bpartie? en livraison\b/iu,
    ready_for_pickup:
      /\b(?:prête?|disponible|attend) (?:à|pour) (?:être )?(?:retir|récupér|le retrait)\p{L}*/iu,
    failed_attempt:
      /\btenté de livrer\b|\b(?:tentative|passage)\b.{0,30}\b(?:échoué|infructueu)|\bn['’]a pas pu (?:la |le |être )?(?:remettre|livrer|livré)/iu,
    label_made: /(?<!\p{L})étiquette\b.{0,60}\b(?:créée|imprimée|générée)/iu,
    on_hold: /\ben attente\b|\bbloquée?(?!\p{L})/iu,
    cancelled: /(?<!\p{L})(?:a été|est|avons) (?:bien |déjà )?annulée?(?!\p{L})/iu,
    refunded:
      /\bremboursement\b.{0,60}(?:effectué|versé|terminé|(?:a|est) (?:bien )?abouti)|(?<!\p{L})(?:a été|avons|été) (?:bien |déjà )?remboursée?s?(?!\p{L})/iu,
    refund_pending: /\bremboursement\b.{0,60}(?:lancé|initié|est en cours|est en attente)(?!\p{L})/iu,
    no_refund: /\baucun remboursement\b|\bpas (?:encore )?(?:été )?remboursée?/iu,
    lost: /(?<!\p{L})(?:est|a été) (?:perdu|égaré)e?(?!\p{L})/iu,
    returned: /\b(?:retournée? à l['’]expéditeur|nous a été retournée?|renvoyée? à l['’]expéditeur)/iu,
  },
  pt: {
    delivered:
      /(?<!\p{L})(?:(?:foi|está|foram|constam? como|já foi) entregues?|já chegou|chegou (?:em|no|na|ao|à|hoje|ontem))(?!\p{L})/iu,
    in_transit: /(?<!\p{L})(?:a caminho|em trânsito)(?!\p{L})/iu,
    shipped:
      /(?<!\p{L})(?:(?:foi|está) (?:já )?(?:enviad|despachad|postad)[oa]|saiu do nosso|enviamos o seu pedido)(?!\p{L})/iu,
    not_shipped:
      /\bnão (?:foi|está|saiu) ?(?:enviad[oa]|despachad[oa]|postad[oa])?(?<=enviad[oa]|despachad[oa]|postad[oa]|saiu)(?!\p{L})|\bainda (?:por enviar|no nosso armazém|em nosso depósito)/iu,
    out_for_delivery: /\bsaiu para (?:a )?entrega\b|\bem rota de entrega\b/iu,
    ready_for_pickup:
      /\b(?:pronto|pronta|disponível) para (?:retirada|retirar|levantamento|levantar|coleta)\b/iu,
    failed_attempt:
      /\btentou entregar\b|\btentativa de entrega\b.{0,30}(?:falhou|sem sucesso)|\bnão (?:pôde|conseguiu) (?:ser )?entreg/iu,
    label_made: /\betiqueta\b.{0,60}\b(?:criada|impressa|gerada)\b/iu,
    on_hold: /\bem espera\b|\bretid[oa]\b/iu,
    cancelled: /(?<!\p{L})(?:(?:foi|está) (?:já )?cancelad[oa]|cancelamos)(?!\p{L})/iu,
    refunded:
      /\breembolso\b.{0,60}\b(?:concluído|efetuado|pago|realizado)\b|(?<!\p{L})(?:foi reembolsad[oa]|reembolsamos)(?!\p{L})/iu,
    refund_pending:
      /\breembolso\b.{0,60}(?:iniciado|está (?:em andamento|pendente|em curso|sendo processado))/iu,
    no_refund: /\bnenhum reembolso\b|\bnão foi reembolsad[oa]/iu,
    lost: /(?<!\p{L})(?:foi|está) (?:perdid|extraviad)[oa](?!\p{L})|\bextraviou-se\b/iu,
    returned: /\bdevolvid[oa] (?:ao remetente|a nós)\b/iu,
  },
  it: {
    delivered:
      /(?<!\p{L})(?:(?:è stat[oa]|sono stati|risulta(?:no)?|è) (?:già )?(?:consegnat|recapitat)[oaie]|è (?:già )?arrivat[oa])(?!\p{L})/iu,
    in_transit: /\b(?:in (?:viaggio|transito|arrivo)|per strada)\b/iu,
    shipped:
      /(?<!\p{L})(?:(?:è stat[oa]|è) (?:già )?(?:spedit|inviat)[oa]|è (?:già )?partit[oa]|abbiamo (?:già )?spedito)(?!\p{L})/iu,
    not_shipped:
      /(?<!\p{L})non (?:è|e) (?:ancora )?(?:stat[oa] )?(?:ancora )?(?:spedit[oa]|partit[oa]|inviat[oa])(?!\p{L})|\bancora (?:nel nostro magazzino|da spedire)\b/iu,
    out_for_delivery: /\bin consegna\b/iu,
    ready_for_pickup: /\bpront[oa] per (?:il ritiro|essere ritirat[oa])\b/iu,
    failed_attempt:
      /\b(?:ha (?:tentato|provato)|tentato|provato)\b.{0,30}\b(?:consegna|consegnar\w*)\b|\bnon (?:è riuscit[oa]|ha potuto) (?:a )?consegn\w*|\btentativo di consegna\b.{0,30}\bfallit/iu,
    label_made: /\betichetta\b.{0,60}\b(?:creata|stampata|generata)\b/iu,
    on_hold: /\bin (?:attesa|sospeso)\b|\bbloccat[oa]\b/iu,
    cancelled: /(?<!\p{L})(?:è stat[oa]|è|abbiamo) (?:già )?annullat[oa](?!\p{L})/iu,
    refunded:
      /\brimborso\b.{0,60}(?:è (?:stato )?(?:già )?(?:completato|effettuato|accreditato|eseguito|pagato|andato a buon fine))|(?<!\p{L})(?:è stat[oa]|abbiamo|sei stat[oa]) (?:già )?rimborsat[oa](?!\p{L})/iu,
    refund_pending:
      /\brimborso\b.{0,60}(?:è stato (?:avviato|disposto)|è in corso|è in (?:attesa|lavorazione))/iu,
    no_refund: /\bnessun rimborso\b|\bnon è (?:ancora )?stat[oa] (?:ancora )?rimborsat[oa]/iu,
    lost: /(?<!\p{L})(?:è (?:stat[oa] |andat[oa] )?(?:smarrit[oa]|pers[oa])|è andat[oa] pers[oa])(?!\p{L})/iu,
    returned: /\b(?:restituit[oa]|tornat[oa]|rispedit[oa]) al mittente\b/iu,
  },
  nl: {
    delivered:
      /\b(?:bezorgd|afgeleverd)\b|\bis (?!bij ons)(?:.{0,30} )?(?<!bij ons )(?:aangekomen|gearriveerd)\b/iu,
    in_transit: /\bonderweg\b/iu,
    shipped: /\b(?:verzonden|verstuurd)\b|\bheeft ons (?:magazijn )?verlaten\b/iu,
    not_shipped: /\b(?:niet|nooit)\b.{0,25}\b(?:verzonden|verstuurd|verlaten)\b|\bnog in ons magazijn\b/iu,
    out_for_delivery:
      /\b(?:met de bezorger (?:mee|onderweg)|bij de bezorger|in bezorging|wordt vandaag bezorgd)\b/iu,
    ready_for_pickup:
      /\b(?:klaar|gereed)\b.{0,40}\b(?:opgehaald|afgehaald|ophalen|afhalen)\b|\bklaar om (?:op|af) te halen\b/iu,
    failed_attempt:
      /\b(?:geprobeerd|probeerde)\b.{0,60}\b(?:bezorgen|af te leveren|te bezorgen)\b|\bkon\b.{0,40}\bniet (?:worden )?(?:bezorgd|afgeven|overhandig\w*|afgeleverd)\b|\bbezorgpoging\b.{0,30}\bmislukt\b/iu,
    label_made: /\blabel\b.{0,60}\b(?:aangemaakt|gemaakt|afgedrukt)\b/iu,
    on_hold: /\bin de wacht\b|\baangehouden\b|\bgepauzeerd\b/iu,
    cancelled: /\bgeannuleerd\b/iu,
    refunded:
      /\bterugbetaling\b.{0,60}\b(?:gelukt|voltooid|uitgevoerd|afgerond|verwerkt)\b|\bterugbetaald\b|\bteruggestort\b/iu,
    refund_pending: /\bterugbetaling\b.{0,60}\b(?:gestart|in gang gezet|in behandeling|loopt)\b/iu,
    no_refund: /\bgeen terugbetaling\b|\bniet terugbetaald\b/iu,
    lost: /\b(?:kwijtgeraakt|zoekgeraakt|verloren gegaan)\b/iu,
    returned:
      /\b(?:naar (?:ons|de afzender) (?:teruggestuurd|teruggekomen|retour)|retour (?:aan )?afzender)\b/iu,
  },
  ja: {
    delivered:
      /(?:配達|お届け|配送)(?:は|が)?(?:済み|完了|され(?:まし|てい)|しました|いたしました)|到着(?:しました|いたしました|済み)|届きました|受け取られました/u,
    in_transit: /配送中|輸送中|お?届け先へ?向か|運送中|(?:お届け|配送)の途中/u,
    shipped: /(?:発送|出荷)(?:しました|いたしました|済み|完了|されました|されています|しております)/u,
    not_shipped:
      /(?:発送|出荷)(?:は|が)?(?:され|して|できて|いたして)(?:い|お)(?:り)?ません|未発送|まだ(?:発送|出荷)(?:前|され)|発送前/u,
    out_for_delivery: /配達中|持ち出し中|配達に(?:出|向か)/u,
    ready_for_pickup: /(?:お?受け?取り|お引き取り)(?:いただける状態|の準備|可能|が可能|いただけます)/u,
    failed_attempt:
      /(?:配達|お届け)(?:を試み|に伺い|できませんでした|できず)|不在(?:のため|票)|お渡しできません/u,
    label_made: /(?:ラベル|送り状|伝票)(?:は|が|を)?(?:作成|発行)/u,
    on_hold: /保留(?:中|され|となって|に)/u,
    cancelled: /(?:キャンセル|取り消)(?:され|しました|いたしました|済み|となりました|し済み)/u,
    refunded:
      /返金(?:は|が|を)?(?:[^。、]{0,20})?(?:完了(?:し|いた)|済み|されました|しました|いたしました|行われました)/u,
    refund_pending: /返金(?:の)?(?:手続き|処理)?(?:は|が|を)?[^。、]{0,20}(?:開始|処理中|手続き中|確認中)/u,
    no_refund:
      /返金(?:は|が)?[^。、]{0,12}(?:されていません|行われていません|ございません|ありません|しておりません)/u,
    lost: /紛失|行方不明/u,
    returned: /(?:返送|差し戻)(?:され|と)/u,
  },
};

import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

/**
 * What a reply about an order is said in, whatever it is about: words of grammar, of waiting, of parcels on their way, of regret and
 * thanks. A star stands for up to five letters more. None of them names money, a gift, a person, a place to go or a thing to do: such
 * words come from what the plan says of this case, or not at all. Words that grant or claim something beside these stay out.
 */
export const EVERYDAY: Record<ComposedLanguage, string> = {
  en: `a an the this that these those it its itself they them their you your we us our i me who which what when where why how
    and or but nor so because since as while although though if unless than then also too only just even still yet already now
    again right currently presently meanwhile far not no never none nothing any anything some something all each every both same
    other many much more most less least little few several long longer very really quite rather truly simply exactly precisely
    clearly unfortunately sadly certainly indeed however therefore instead at in on by with without within for from to of off out
    about after afterwards before between during until till into onto over under through near up down around via per according
    depending beyond despite is isn are aren was wasn were weren be been being am has hasn have haven had hadn having do don does
    doesn did didn done can cannot could couldn may might must should shouldn would wouldn s t re ve m d ll sorry apolog* regret*
    thank* thanks grateful appreciat* understand* understood frustrat* annoy* anger angry disappoint* upset* worr* unsettling concern*
    stress* inconvenien* unpleasant trouble* patien* kind kindly kindness warm nice lovely wonderful pleased glad happy good great
    better well bad hard difficult tough wrong fair enough acceptable clear word* message* question* contact* touch news note*
    hear* heard see saw seen look* know* known tell* told say says said show* shown explain* check* find* found follow* view*
    happen* expect* await* wait* hope* hoping hoped plan* schedul* estimat* due late later latest delay* slow* quick* behind
    overdue time* anytime moment* day* date* ago mean* matter* importan* order* parcel* package* shipment* ship* deliver*
    dispatch* send* sent left leave* leaving depart* arriv* reach* receiv* travel* transit mov* way route journey stuck pause*
    carrier* courier* van vehicle warehouse facility scan* record* register* status update* track* number* page* link* last first
    recent* next step* stage progress* stand* place* city collect* pick* ready hand* attempt* try tries tried item* product*
    part* rest remaining complet* finish* issued detail* information below above follows use* using appear* confirm* begin* began start*
    continu* remain* keep* kept take* taking took get getting got let* make* made come* came coming go goes gone went pass*
    need* want* like* ask* asked answer* reply* reach* team shop customer service soonest suit* whenever wherever there here one
    two part once place* put simple short while bit made day* best possible`,
  de: `der die das den dem des ein eine einen einem einer eines dies* jene* welch* es er sie ihn ihm ihr ihre* ihnen sich wir uns
    unser* ich mir mich mein* du dich dir dein* euch euer* man wer was wann wo warum wie weshalb und oder aber denn doch jedoch
    sondern weil da dass damit wenn falls als ob obwohl während bevor nachdem seit seitdem bis so also auch nur noch schon bereits
    jetzt nun gerade derzeit aktuell* momentan weiterhin immer nie nicht nichts kein* etwas alles alle* jed* beide* mehr viel*
    wenig* einig* mehrere* sehr wirklich ganz recht ziemlich genau einfach klar leider sicherlich natürlich dennoch trotzdem
    deshalb daher darum dafür dagegen daran darauf daraus darin darüber dazu danach davor dabei damit hier dort dahin an am auf
    aus bei beim durch für gegen hinter im in ins mit nach neben ohne über um unter von vom vor zu zum zur zwischen laut gemäß
    je ist sind war waren wäre wären sein gewesen bin bist seid hat haben hatte hatten hätte habe habt hast wird werden wurde
    wurden worden werde kann können könnte konnte konnten darf dürfen muss müssen musste mussten soll sollen sollte sollten will
    wollen wollte möchte* mag lässt lassen leid entschuldig* bedauer* verzeihung dank* bitten verständnis versteh* verständlich*
    nachvollzieh* wut ärger* enttäusch* frustrier* unangenehm* unschön* mühsam* beunruhig* sorge* besorg* ungewiss* ungeduld*
    geduld* schade unannehmlich* umständ* freundlich* nett* lieb* herzlich* freu* schön* gut* besser* schlecht* schwer* schwierig*
    falsch richtig* wort* worte* nachricht* frage* anfrage* rückmeldung hinweis* neuigkeit* hör* seh* sieh* gesehen schau* weiß
    wissen sagen sagt gesagt erklär* zeig* prüf* find* gefunden verfolg* gescheh* passier* erwart* wart* hoff* geplant* plan*
    voraussichtlich* vorgesehen* fällig* spät* verspät* verzöger* langsam* schnell* lang* länger* zeit* zeitpunkt moment augenblick
    tag* datum bedeut* wichtig* bestell* paket* sendung* lieferung* liefer* zustell* zugestellt* versand* versend* verschick*
    geschickt abgeschickt* verlass* ankomm* angekommen* ankunft eintreff* eingetroffen* erreich* erhalten* bekommen* unterwegs weg
    reise* transport* bewegt* beweg* steht stehen stand still* steck* feststeck* fest* halt* angehalten zusteller* paketdienst*
    versanddienst* fahrzeug* zustellfahrzeug* lager* scan* gescannt* erfass* verzeichn* registrier* vermerk* eintrag* stamm* status
    stand sendungs* nummer* sendungsnummer* seite* link* letzt* erst* zuletzt nächst* schritt* abhol* abgeholt* bereit* übergeb*
    übergabe versuch* artikel* produkt* teil* rest* übrig* vollständig* abgeschlossen* abschluss einzelheit* information* unten
    oben folgend* gilt gelten nutz* erschein* bestätig* beginn* begonnen bleib* geblieben nehmen nimmt genommen macht machen
    gemacht kommt kommen gekommen geht gehen gegangen geklappt klapp* liegt liegen gelegen jederzeit einmal gern* team laden shop
    kunde* brauch* passt worden eigentlich noch nochmals`,
  es: `el la los las lo un una unos unas este esta estos estas esto ese esa eso esos esas aquel aquella le les se te ti tú usted
    ustedes su sus tu tus nos nosotros nuestr* me mí yo que qué quien cual* cuando cuándo donde dónde como cómo por porque para
    y e o u pero sino aunque mientras si así también tampoco solo sólo aún aun todavía ya ahora mismo actualmente siempre nunca no
    ni nada ningun* ningún algo algún algun* todo* cada amb* más menos mucho* muy poco* tan tanto* bastante realmente exactamente
    claramente lamentablemente desgraciadamente sin embargo entonces después luego antes desde hasta hacia entre durante sobre bajo
    con contra según tras ante a al de del en aquí ahí allí es son era eran fue fueron sea sean ser sido siendo soy somos está
    están estaba* estar* estado esté estén estamos ha han has he hemos había* haya* haber hay hace hacer hecho hizo hacen puede*
    pueden poder pudo podido podía* debe* debía* deber* tiene* tienen tener tenía* tenido va van voy vamos ir ido quiere* quer*
    siento sentimos sient* lament* disculp* perdón gracia* agradec* entend* comprend* comprens* frustr* enfad* molest* decepcion*
    preocup* inquiet* incomod* inconvenient* pacienci* amable* amabilidad cordial* buen* bien mejor* mal mala difícil* desagradable*
    palabra* mensaje* pregunt* consult* contact* noticia* novedad* not* sab* conoc* ve ver ves visto mir* decir dice* dicho
    explic* muestr* mostr* compr* comprob* encontr* encuentr* sigu* segu* pas* ocurr* suced* esper* previst* prev* tard* tarde
    retras* retraso* demor* lent* rápid* tiempo* momento* día* fecha* signific* importan* pedido* paquete* envío* envi* envía*
    entreg* llega* llegó lleg* recib* reciba* sal* salió sale camin* tránsito ruta viaj* muev* movid* movimient* parad* deten*
    transportist* repart* vehículo furgoneta almacén centro escan* registr* const* estado* actualiz* seguimiento número* página*
    enlace* últim* primer* próxim* paso* fase recog* list* intent* artículo* producto* part* resto restante* complet* finaliz*
    detalle* información abajo arriba siguiente* us* aparec* confirm* empez* comenz* contin* sigue* qued* tom* llev* indic* figur*
    señal* equipo tienda client* necesit* posible* vez veces desea* hoy mientras momento debid* habitual* acab* dato* disposición`,
  fr: `le la les l un une des du de d ce cet cette ces cela ça c se s il elle ils elles on nous vous tu te t toi je j me m moi lui
    leur leurs son sa ses votre vos notre nos ton ta tes mon qui que qu quoi quel* quand où comment pourquoi dont et ou mais donc
    or ni car parce puisque si comme ainsi aussi alors afin pour par sur sous dans en entre avec sans chez vers depuis dès jusqu*
    pendant durant avant après contre selon à au aux y ne n pas plus point jamais rien aucun* personne encore toujours déjà
    maintenant actuellement désormais ici là très trop bien beaucoup peu assez tout toute tous toutes chaque même* autre* plusieurs
    quelque* vraiment exactement simplement clairement malheureusement cependant pourtant toutefois est sont était étaient été être
    étant suis es soit sera? serait a ont avait avaient as ai avons avez avoir eu ait aurait peut peuvent pouvez peux pouvoir pu
    pouvait doit devait dû due devrait dev* veut voulons voul* va vont fait faire font faut désol* regrett* excus* pardon merci*
    remerci* compren* compris frustr* agaç* contrari* colère mécontent* décep* déçu* inquiét* inquiet* désagréabl* gên* désagrément* patien* gentil*
    aimable* chaleureu* agréable* bon bonne* meilleur* mal mauvais* difficile* mot* message* question* demande* contact* nouvelle*
    not* sav* sait connaît* voi* voit vu vue* regard* dire dit* expliqu* montr* indiqu* vérifi* trouv* suiv* suivi* pass* arriv*
    produi* attend* attent* espér* prév* prévu* tard* retard* lent* rapid* temps moment* jour* date* longtemps long* signifi*
    important* commande* command* colis paquet* envoi* expédi* livr* livraison* remis* remett* reçu* recev* reçoi* parv* part* quitt*
    route chemin transit voyag* boug* bloqu* immobil* transporteur* livreur* véhicule entrepôt scan* enregistr* statut* état*
    mis* jour suivi numéro* page* lien* derni* premi* proch* étape* retir* retrait prêt* tent* essai* article* produit* reste*
    restant* complet* termin* effectu* détail* information* ci dessous dessus suivant* utilis* apparaî* confirm* commenc* continu*
    rest* pris* prend* équipe boutique client* besoin possible* fois situ* trace* depuis consult* accessible*`,
  pt: `o a os as um uma uns umas este esta estes estas isto esse essa esses essas isso aquele aquela aquilo ele ela eles elas lhe
    lhes se te ti tu você vocês si seu sua seus suas teu tua nós nos nosso nossa nossos nossas me mim eu que quem qual quais quando
    onde como porque por pelo pela pelos pelas para e ou mas nem embora enquanto assim também só apenas ainda já agora atualmente
    sempre nunca não nada nenhum* algo algum* todo* toda* cada ambos mais menos muito* muita* pouco* tão tanto* bastante realmente
    exatamente claramente infelizmente contudo entretanto então depois antes desde até entre durante sobre sob com sem contra
    segundo após ao aos à às de do da dos das em no na nos nas num numa aqui aí ali é são era eram foi foram seja sejam ser sido
    sou somos está estão estava* estar* esteve esteja* estamos tem têm tinha* ter tenha* tido há havia haver faz fazer feito fez
    pode* podem poder pôde podia* deve* devia* dever* vai vão ir ido quer* lament* sent* desculp* perdão obrigad* agradec*
    compreend* entend* frustr* aborrec* desagrad* desaponta* decepcion* preocup* inquiet* incómod* incômod* inconvenient*
    transtorno* paciência amável* gentil* simpátic* cordial* bom boa bons boas bem melhor* mau má difícil* palavra* mensagem*
    pergunt* questão* contact* contat* notícia* novidade* not* saber sabe* conhec* ver vê visto vist* olh* dizer diz* dito explic*
    mostr* indic* verific* consult* encontr* segu* acompanh* passou pass* acontec* ocorr* esper* previst* prev* tard* atras*
    demor* lent* rápid* tempo* momento* dia* data* signific* importan* pedido* encomend* pacote* envio* envi* exped* entreg* cheg*
    receb* sai* saiu sair caminho trânsito rota viag* viaj* mov* parad* retid* transportador* estafeta veículo carrinha armazém
    centro leitura* lid* regist* const* estado* atualiz* rastre* seguimento número* página* ligação link* últim* primeir* próxim*
    passo* etapa* levant* retir* recolh* pront* tent* artigo* produto* part* resto restante* complet* conclu* detalhe* informaç*
    abaixo acima seguinte* us* aparec* confirm* começ* continu* fic* tom* lev* figur* equipa* equipe loja client* precis*
    possível* vez vezes partir dispon*`,
  it: `il lo la i gli le l un uno una questo questa questi queste quel quello quella quelli quelle ciò esso essa lei lui loro suo
    sua suoi sue tu te ti tuo tua tuoi tue vi voi vostro noi ci ce nostro nostra nostri nostre me mi io si se che chi cui quale*
    quali quando dove come perché poiché per e ed o oppure ma però anche né mentre così quindi dunque allora solo soltanto ancora
    già ora adesso attualmente sempre mai non nulla niente nessun* qualche qualcosa alcun* tutto tutta tutti tutte ogni entrambi
    più meno molto molta molti poco tanto tanta troppo assai davvero veramente esattamente chiaramente purtroppo tuttavia comunque
    poi dopo prima da dal dalla dallo dai dalle dell di del della dello dei delle a al allo alla ai alle all in nel nella nello nei
    nelle nell con col senza su sul sulla sui sulle sull tra fra verso contro durante fino secondo qui qua lì là d c è sono era
    erano sia siano essere stat* sta stanno stava stare stia siamo ha hanno aveva* avere abbia* abbiamo avet* ho fa fare fatto può
    possono potev* poter* potuto deve devono dovev* dover* dovrebb* va vanno andare vuol* vogliamo voler* dispiac* scus* spiac*
    rammaric* grazi* ringrazi* capi* comprens* comprend* frustr* irrit* rabbia fastidi* delus* delud* preoccup* inquiet* disagi* disguid*
    pazien* gentil* cortes* cordial* cuore bell* buon* bene meglio miglior* mal* difficil* spiacevol* parol* messagg* domand*
    richiest* contatt* notizi* novità not* sap* conosc* ved* vist* guard* dire dice detto spieg* mostr* indic* controll* verific*
    trov* segu* pass* succe* accad* aspett* attes* atten* sper* previst* prev* tard* ritard* lent* veloc* tempo* momento giorn*
    data* signific* important* ordin* ordine pacc* spedizion* spedit* sped* invi* consegn* arriv* ricev* ricevut* part* uscit*
    lasciat* viagg* transit* strada percors* ferm* mosso muov* blocc* corrier* mezzo furgon* magazzin* centro scansion* registr*
    risult* stato aggiornament* tracciament* numero* pagin* link* collegament* ultim* prim* prossim* pass* fase ritir* pront*
    tentat* provat* articol* prodott* rest* rimanent* complet* conclus* effettuat* dettagl* informazion* sotto sopra seguent* us*
    compar* conferm* iniz* cominc* continu* riman* rimast* prend* pres* segnal* squadra negozio client* bisogno possibil* volta
    volte disposizion* parte altri altro`,
  nl: `de het een deze dit die dat er hier daar ze zij hij hem haar hun hen u uw jij je jou jouw jullie wij we ons onze ik me mij
    mijn wie wat welke wanneer waar waarom hoe en of maar want omdat doordat zodat dus dan als indien terwijl hoewel sinds sindsdien
    totdat tot ook nog alleen slechts al reeds nu momenteel steeds nooit niet niets geen iets alles alle elk elke beide meer minder
    meest veel weinig enkele zeer heel erg echt best vrij precies duidelijk helaas toch echter daarom daarna daarvoor daarop
    daarmee hiervan hiermee ervan erop erbij eraan ermee aan achter bij binnen boven door in langs met na naar naast om onder op
    over per rond te ten ter tegen tijdens toe tussen uit van vanaf via volgens voor zonder is zijn was waren ben bent geweest zou
    zouden heeft heb hebt hebben had hadden gehad wordt word worden werd werden geworden kan kunt kunnen kon konden mag mogen moet
    moeten moest moesten wil willen wilde wilt laat laten spijt* sorry excuus excuses verontschuld* bedank* dank* hartelijk*
    begrijp* begrip begrepen vervelend* frustrer* ergerlijk* boos boosheid woede teleurstel* teleurgesteld* ongerust* zorg* bezorgd*
    onzeker* ongemak* geduld* vriendelijk* aardig* lief* warme fijn* mooi* goed* beter* slecht* lastig* moeilijk* woord* bericht*
    vraag* vragen contact nieuws melding* meld* hor* hoor* gehoord zie* zien gezien kijk* bekijk* weet weten zeg* gezegd leg* uitleg*
    toon* toont laat controler* gecontroleerd vind* gevonden volg* gevolg* gebeur* verwacht* wacht* gewacht hop* hoop* gepland*
    plan* laat later vertrag* vertraging* langzaam snel* lang* langer* tijd* tijdstip moment* ogenblik dag* datum betek* belangrijk*
    bestel* besteld* pakket* zending* lever* geleverd* bezorg* verzend* verzonden verstuur* verstuurd* gestuurd verlat* aankom*
    aangekomen aankomst bereik* ontvang* gekregen onderweg weg reis* transport* beweg* bewogen stil* staat staan stond vast* ligt
    liggen lag gelegen bezorger* vervoerder* bezorgdienst* bus bestelbus voertuig* magazijn* depot scan* gescand* geregistreerd*
    registr* vermeld* status stand update* track* nummer* pagina* link* laatst* eerst* volgende stap* afhal* opgehaald* ophal*
    klaar* overhandig* poging* geprobeerd prober* artikel* product* deel* delen rest* overig* volledig* voltooid* afgerond* detail*
    informatie onder* boven* volgend* gebruik* verschijn* bevestig* begin* begonnen blijf* bleef gebleven neem* neemt genomen maak*
    gemaakt kom* komt gekomen ga gaat gegaan lukt* gelukt team winkel klant* nodig mogelijk* keer altijd graag lopend*`,
  ja: `荷物 小包 商品 注文 注文番号 ご注文 配送 配送状況 配送会社 配送業者 配達 配達済 配達員 配達中 発送 発送前 未発送 出荷 輸送 輸送中 集荷 到着 出発
    通過 経由 追跡 追跡番号 問い合わせ 番号 記録 登録 更新 最新 最後 最終 状況 状態 現在 現時点 時点 今 前 後 以降 以来 以前 間 中 上 下 先 内容 情報 詳細 確認
    確定 完了 済 予定 予定日 見込 見 遅 遅延 遅れ 長 長い 日 日時 時間 期間 届 届い 届け 手元 手 渡 受 受け取 取 受取 店舗 窓口 倉庫 拠点 車 車両 待 待ち 心配 不安
    不便 迷惑 面倒 残念 申 訳 誠 大変 深 詫 謝 感謝 礼 言葉 温 嬉 喜 理解 気持 当然 通常 本来 予想 動 動き 止 停 滞 進 進展 変更 変 可能 不可 必要 場合 以下 以上 次
    通 通り 覧 表示 画面 使 利用 案内 知 知らせ 連絡 申し上げ 頂 致 出 入 行 来 置 有 無 持 思 伺 伝 言 書 読 聞 探 調 分 方 方法 所 場所 地点 都市 件 点 部 一部 残り
    残 全 全部 当店 弊社 私 私ども 様 客様 お客様 者 事 時 何 度 再度 引 続 引き続 際 旨 由 点 向 向か 移動 途中 保留 準備 準備中 作成 印刷 新 最 早 遅 短 多 少 良
    ページ リンク スキャン ステータス ラベル データ システム センター トラック サイト サービス メッセージ`,
};

/** What a model may take up where the shopper has said it: why it matters to them, and what was wrong. It grants nothing. */
export const ECHOED: Record<ComposedLanguage, string> = {
  en: `birthday* wedding* anniversar* christmas easter party parties celebrat* holiday* vacation* trip* journey* guest* exam* school
    work baby broken damage* crack* torn scratch* dent* wrong missing defect* size* colour* color*`,
  de: `geburtstag* hochzeit* jubiläum* weihnacht* ostern fest* feier* urlaub* reise* gäste* prüfung* schule* arbeit baby kaputt*
    beschädig* defekt* zerbroch* zerriss* kratzer* delle* falsch* fehl* größe* farbe*`,
  es: `cumpleaños boda* aniversario* navidad* fiesta* celebr* vacacion* viaje* invitad* examen* colegio trabajo bebé rot* dañad*
    rasgad* rayad* equivocad* falt* defect* talla* color*`,
  fr: `anniversaire* mariage* noël fête* vacance* voyage* invité* examen* école travail bébé cassé* abîmé* endommag* déchir* ray*
    manqu* défect* taille* couleur*`,
  pt: `aniversário* casamento* natal festa* férias viagem* convidad* exame* escola trabalho bebé bebê partid* quebrad* danificad*
    rasgad* riscad* errad* falt* defeit* tamanho* cor cores`,
  it: `compleann* matrimoni* anniversari* natale festa feste vacanz* viaggi* ospit* esame* scuola lavoro bambin* rott* dannegg*
    strapp* graffi* sbagliat* manc* difett* tagli* color*`,
  nl: `verjaardag* bruiloft* trouw* jubileum kerst* pasen feest* vakantie* reis* gast* examen* school werk baby kapot* beschadig*
    gescheurd* kras* deuk* verkeerd* ontbre* defect* maat* kleur*`,
  ja: `誕生日 結婚 結婚式 記念日 クリスマス 旅行 試験 学校 仕事 破損 壊 傷 不良 不足 間違 サイズ 色`,
};

import { expect, it } from "vitest";
import { namedEmotions } from "../emotion-cues.ts";
import { sentences } from "../fold.ts";
import { riskFlags } from "../risk-flags.ts";

it.each([
  ["en", "My brother took his own life last month, please cancel his order."],
  ["en", "My husband committed suicide in May."],
  ["en", "We lost our son to suicide."],
  ["en", "My sister died by suicide."],
  ["de", "Mein Bruder hat sich das Leben genommen, bitte stornieren Sie seine Bestellung."],
  ["de", "Meine Tochter hat Suizid begangen."],
  ["es", "Mi hermano se quitó la vida el mes pasado."],
  ["es", "Mi hija se suicidó en mayo."],
  ["fr", "Mon frère s'est suicidé, merci d'annuler sa commande."],
  ["fr", "Ma fille a mis fin à ses jours."],
  ["pt", "O meu irmão suicidou-se no mês passado."],
  ["pt", "Meu marido tirou a própria vida."],
  ["it", "Mio fratello si è suicidato il mese scorso."],
  ["it", "Mia figlia si è tolta la vita."],
  ["nl", "Mijn broer heeft zelfmoord gepleegd."],
  ["nl", "Mijn zus heeft zich van het leven beroofd."],
  ["pl", "Mój brat popełnił samobójstwo."],
  ["pl", "Moja siostra odebrała sobie życie."],
  ["ro", "Fratele meu s-a sinucis luna trecută."],
  ["ro", "Soțul meu și-a luat viața."],
  ["sv", "Min bror tog sitt liv förra månaden."],
  ["sv", "Min son begick självmord."],
  ["ru", "Мой брат покончил с собой, отмените его заказ."],
  ["ru", "Моя дочь совершила самоубийство."],
  ["uk", "Мій брат наклав на себе руки."],
  ["uk", "Моя донька вчинила самогубство."],
  ["hi", "मेरे भाई ने आत्महत्या कर ली।"],
  ["hi", "mere bhai ne suicide kar liya"],
  ["ja", "兄が自殺しました。注文をキャンセルしてください。"],
  ["ja", "夫が自ら命を絶ちました。"],
])("hears grief for who took their own life: %s %s", (language, text) => {
  const flags = riskFlags(text, language);
  expect(flags).toContain("vulnerable");
  expect(namedEmotions(sentences(text), language).strength.grief).toBeGreaterThan(1);
});

it.each([
  ["en", "My brother took his own life and I want to kill myself."],
  ["en", "Since her suicide I don't want to live any more."],
  ["en", "I will commit suicide."],
  ["en", "I attempted suicide last week."],
  ["en", "I wish I had committed suicide."],
  ["de", "Mein Bruder hat sich das Leben genommen und ich will auch nicht mehr leben."],
  ["de", "Ich denke an Suizid."],
  ["es", "Voy a suicidarme."],
  ["fr", "Je vais me suicider."],
  ["pt", "Vou me suicidar."],
  ["it", "Voglio suicidarmi."],
  ["nl", "Ik denk aan zelfmoord."],
  ["pl", "Myślę o samobójstwie."],
  ["ro", "Mă gândesc la sinucidere."],
  ["sv", "Jag tänker på självmord."],
  ["ru", "Я думаю о самоубийстве."],
  ["uk", "Я думаю про самогубство."],
  ["hi", "मैं आत्महत्या कर लूंगा।"],
  ["ja", "自殺したいです。"],
  ["en", "I saw Suicide Squad and want to die."],
  // A person looks where one of theirs died: who wants to follow says so in too many ways to tell them apart.
  ["en", "My brother died by suicide last year and now I want to do the same."],
  ["en", "My sister committed suicide and I am going to be next."],
  ["en", "My dad died by suicide. I'll be joining him soon."],
  ["en", "My brother killed himself, he committed suicide. I wish I had too."],
  ["en", "My mum took her own life and some days I think I will too."],
  ["de", "Mein Bruder hat sich das Leben genommen und ich will ihm folgen."],
  ["fr", "Mon frère s'est suicidé et j'ai envie de le rejoindre."],
  ["es", "Mi hermano se quitó la vida y quiero irme con él."],
  ["pt", "O meu irmão tirou a própria vida e eu também quero."],
  ["it", "Mio fratello si è tolto la vita e vorrei raggiungerlo."],
  ["nl", "Mijn broer heeft zich van het leven beroofd en ik wil hem volgen."],
  ["pl", "Mój brat odebrał sobie życie i ja też chcę."],
  ["ro", "Fratele meu s-a sinucis și vreau și eu să mor."],
  ["sv", "Min bror tog sitt liv och jag vill göra samma sak."],
  ["ru", "После его самоубийства я хочу уйти за ним."],
  ["uk", "Мій брат наклав на себе руки, і я теж думаю про це."],
  ["hi", "मेरे भाई ने अपनी जान दे दी, मैं भी वही करूँगा।"],
  ["ja", "妻が自殺しました。私も後を追います。"],
  ["de", "Ich werde durch Suizid sterben."],
  ["fr", "Je vais mourir par suicide."],
  ["es", "Voy a morir por suicidio."],
  ["nl", "Ik ga sterven door zelfmoord."],
  ["hi", "मैं आत्महत्या की सोच रहा हूँ।"],
  ["hi", "मैंने आत्महत्या की कोशिश की।"],
  ["ru", "Я почти совершила самоубийство вчера."],
  ["de", "Ich hätte gestern beinahe Suizid begangen."],
  ["nl", "Ik heb bijna zelfmoord gepleegd."],
  ["sv", "Jag har nästan begått självmord."],
  ["en", "My death by suicide will be on your conscience."],
  ["en", "It's suicide for me if this goes on."],
  ["en", "There's suicide on my mind every night."],
  ["de", "Ich hab mich geritzt wieder."],
  ["de", "Ich habe versucht, mir das Leben zu nehmen."],
  ["pl", "Prawie się powiesiłem."],
  ["ru", "Вчера я чуть не повесилась."],
])("hears what somebody says of themselves: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("self_harm");
});

it.each([
  ["en", "His suicide plan is for tonight, please cancel the rope order!"],
  ["en", "My husband's suicide threats are getting worse."],
  ["en", "My daughter's suicide attempt was yesterday."],
  ["en", "My daughter says she wants to kill herself."],
  ["de", "Meine Freundin will sich umbringen."],
  ["es", "Mi hija quiere quitarse la vida."],
  ["fr", "Mon fils veut se tuer."],
  ["pt", "A minha filha quer se matar."],
  ["it", "Mia figlia vuole uccidersi."],
  ["nl", "Mijn dochter wil zichzelf iets aandoen."],
  ["pl", "Moja córka chce się zabić."],
  ["ro", "Fiica mea vrea să se omoare."],
  ["sv", "Min dotter vill ta livet av sig."],
  ["ru", "Моя дочь хочет покончить с собой."],
  ["uk", "Моя донька хоче вкоротити собі віку."],
  ["hi", "meri beti marna chahti hai"],
  ["ja", "娘が死にたいと言っています。"],
])("hears that somebody close is in danger: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("self_harm");
});

it.each([
  ["en", "My brother has the same lamp and I want one too."],
  ["en", "Thanks, I will join him at the shop next week."],
  ["de", "Mein Bruder hat sich die Lampe genommen, ich will auch eine."],
  ["es", "Quiero lo mismo que mi hermano."],
  ["sv", "Min bror vill göra samma sak."],
])("hears nothing of it in what is alike or too: %s %s", (language, text) => {
  expect(riskFlags(text, language)).not.toContain("self_harm");
});

it.each(["Do you have the Suicide Squad hoodie in M?", "Two Suicidal Tendencies shirts, please."])(
  "takes a title for a title: %s",
  (text) => {
    expect(riskFlags(text, "en")).toEqual([]);
  },
);

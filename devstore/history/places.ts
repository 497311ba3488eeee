/** Where invented people live: real towns with postcodes of theirs, and streets that many towns have. */
export type Town = { city: string; zip: string; province?: [name: string, code: string] };

export type Country = {
  code: string;
  name: string;
  currency: "EUR" | "USD" | "GBP" | "JPY";
  locale: string;
  towns: Town[];
  streets: string[];
  /** "Lindenallee 8" or "8 Linden Avenue". */
  numberFirst: boolean;
  first: string[];
  last: string[];
  /** Of a hundred orders. */
  share: number;
};

export const countries: Country[] = [
  {
    code: "DE",
    name: "Germany",
    currency: "EUR",
    locale: "de-DE",
    share: 46,
    numberFirst: false,
    towns: [
      { city: "Hamburg", zip: "20144" },
      { city: "Berlin", zip: "10961" },
      { city: "München", zip: "80469" },
      { city: "Köln", zip: "50674" },
      { city: "Leipzig", zip: "04229" },
      { city: "Freiburg im Breisgau", zip: "79098" },
      { city: "Bremen", zip: "28203" },
      { city: "Nürnberg", zip: "90429" },
      { city: "Münster", zip: "48145" },
      { city: "Rostock", zip: "18057" },
    ],
    streets: ["Lindenallee", "Gartenstraße", "Am Mühlbach", "Schillerstraße", "Kirchweg", "Hafengasse"],
    first: ["Jana", "Tobias", "Mareike", "Nils", "Özlem", "Friederike", "Cem", "Anke", "Lukas", "Svenja"],
    last: [
      "Brandt",
      "Petersen",
      "Yıldız",
      "Großmann",
      "Kaya",
      "Hoffmeister",
      "Vogt",
      "Lindner",
      "Ruge",
      "Schäfer",
    ],
  },
  {
    code: "AT",
    name: "Austria",
    currency: "EUR",
    locale: "de-AT",
    share: 8,
    numberFirst: false,
    towns: [
      { city: "Wien", zip: "1070" },
      { city: "Graz", zip: "8020" },
      { city: "Linz", zip: "4020" },
      { city: "Innsbruck", zip: "6020" },
    ],
    streets: ["Burggasse", "Wiedner Hauptstraße", "Feldgasse", "Mozartstraße"],
    first: ["Leopold", "Johanna", "Valentin", "Katharina", "Emil"],
    last: ["Haselgruber", "Moser", "Egger", "Wieser", "Kogler"],
  },
  {
    code: "FR",
    name: "France",
    currency: "EUR",
    locale: "fr-FR",
    share: 11,
    numberFirst: true,
    towns: [
      { city: "Paris", zip: "75020" },
      { city: "Lyon", zip: "69002" },
      { city: "Nantes", zip: "44000" },
      { city: "Toulouse", zip: "31000" },
      { city: "Rennes", zip: "35000" },
    ],
    streets: ["rue des Cascades", "quai Rambaud", "rue du Moulin", "avenue Jean Jaurès"],
    first: ["Aurélie", "Mathieu", "Inès", "Bastien", "Noémie", "Yanis"],
    last: ["Lefèvre", "Garnier", "Benali", "Chevalier", "Moreau", "Roussel"],
  },
  {
    code: "ES",
    name: "Spain",
    currency: "EUR",
    locale: "es-ES",
    share: 8,
    numberFirst: false,
    towns: [
      { city: "Madrid", zip: "28004", province: ["Madrid", "M"] },
      { city: "Valencia", zip: "46002", province: ["Valencia", "V"] },
      { city: "Sevilla", zip: "41003", province: ["Sevilla", "SE"] },
      { city: "Bilbao", zip: "48005", province: ["Bizkaia", "BI"] },
    ],
    streets: ["Calle de la Palma", "Calle Mayor", "Avenida del Puerto", "Calle Feria"],
    first: ["Lucía", "Íñigo", "Carmen", "Álvaro", "Nerea"],
    last: ["Fernández", "Zubizarreta", "Ortega", "Ibáñez", "Romero"],
  },
  {
    code: "PT",
    name: "Portugal",
    currency: "EUR",
    locale: "pt-PT",
    share: 4,
    numberFirst: false,
    towns: [
      { city: "Porto", zip: "4050-265" },
      { city: "Lisboa", zip: "1250-145" },
      { city: "Braga", zip: "4700-030" },
    ],
    streets: ["Rua das Flores", "Avenida da Liberdade", "Rua do Souto"],
    first: ["Inês", "João", "Beatriz", "Tiago"],
    last: ["Magalhães", "Guimarães", "Teixeira", "Faria"],
  },
  {
    code: "GB",
    name: "United Kingdom",
    currency: "GBP",
    locale: "en-GB",
    share: 11,
    numberFirst: true,
    towns: [
      { city: "London", zip: "EC1R 4TD", province: ["England", "ENG"] },
      { city: "Edinburgh", zip: "EH6 6NT", province: ["Scotland", "SCT"] },
      { city: "Bristol", zip: "BS6 5QA", province: ["England", "ENG"] },
      { city: "Leeds", zip: "LS6 2AB", province: ["England", "ENG"] },
    ],
    streets: ["Rosebery Avenue", "Harbour Lane", "Mill Road", "Station Road"],
    first: ["Eleanor", "Callum", "Imogen", "Rhys", "Aisha"],
    last: ["Whitcombe", "MacIntyre", "Okonkwo", "Bevan", "Hartley"],
  },
  {
    code: "US",
    name: "United States",
    currency: "USD",
    locale: "en-US",
    share: 9,
    numberFirst: true,
    towns: [
      { city: "Seattle", zip: "98109", province: ["Washington", "WA"] },
      { city: "Austin", zip: "78704", province: ["Texas", "TX"] },
      { city: "Chicago", zip: "60614", province: ["Illinois", "IL"] },
      { city: "New York", zip: "11215", province: ["New York", "NY"] },
    ],
    streets: ["Birch Street", "Cedar Hollow Road", "Lakeview Terrace", "Maple Avenue"],
    first: ["Hannah", "Marcus", "Priya", "Dwayne", "Elena"],
    last: ["Okafor", "Bellweather", "Raghunathan", "Castillo", "Nguyen"],
  },
  {
    code: "JP",
    name: "Japan",
    currency: "JPY",
    locale: "ja-JP",
    share: 3,
    numberFirst: false,
    towns: [
      { city: "世田谷区", zip: "154-0001", province: ["東京都", "JP-13"] },
      { city: "横浜市", zip: "231-0023", province: ["神奈川県", "JP-14"] },
    ],
    streets: ["池尻", "山下町", "三軒茶屋"],
    first: ["美咲", "健太", "陽子"],
    last: ["佐藤", "高橋", "渡辺"],
  },
];

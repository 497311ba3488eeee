/** Invented people. Mail domains are reserved for examples (RFC 2606), phone numbers are from fictional ranges. */
export type Person = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  locale: string;
  currency: string;
  address1: string;
  address2: string | null;
  zip: string;
  city: string;
  province: string | null;
  provinceCode: string | null;
  country: string;
  countryCode: string;
  note: string | null;
  tags: string[];
};

type Place = Pick<Person, "locale" | "currency" | "country" | "countryCode">;

const GERMANY: Place = { locale: "de-DE", currency: "EUR", country: "Germany", countryCode: "DE" };
const AUSTRIA: Place = { ...GERMANY, locale: "de-AT", country: "Austria", countryCode: "AT" };
const SPAIN: Place = { locale: "es-ES", currency: "EUR", country: "Spain", countryCode: "ES" };
const FRANCE: Place = { locale: "fr-FR", currency: "EUR", country: "France", countryCode: "FR" };
const PORTUGAL: Place = { locale: "pt-PT", currency: "EUR", country: "Portugal", countryCode: "PT" };
const BRITAIN: Place = { locale: "en-GB", currency: "GBP", country: "United Kingdom", countryCode: "GB" };
const AMERICA: Place = { locale: "en-US", currency: "USD", country: "United States", countryCode: "US" };
const JAPAN: Place = { locale: "ja-JP", currency: "JPY", country: "Japan", countryCode: "JP" };

type Row = [
  first: string,
  last: string,
  mail: string,
  phone: string | null,
  place: Place,
  address: (string | null)[],
  note?: string,
  tags?: string[],
];

// address: street, postcode, city, province, province code, second line
const ROWS: Row[] = [
  [
    "Hannah",
    "Okafor",
    "hannah.okafor@example.com",
    "+1 206-555-0142",
    AMERICA,
    ["418 Birch Street", "98109", "Seattle", "Washington", "WA", "Apt 3B"],
    undefined,
    ["newsletter"],
  ],
  [
    "Marcus",
    "Bellweather",
    "marcus.bellweather@example.com",
    "+1 512-555-0188",
    AMERICA,
    ["77 Cedar Hollow Road", "78704", "Austin", "Texas", "TX"],
  ],
  [
    "Priya",
    "Raghunathan",
    "priya.r@example.net",
    null,
    AMERICA,
    ["2105 Lakeview Terrace", "60614", "Chicago", "Illinois", "IL", "Unit 12"],
    "Prefers e-mail to phone.",
  ],
  [
    "Eleanor",
    "Whitcombe",
    "eleanor.whitcombe@example.org",
    "+44 7700 900318",
    BRITAIN,
    ["12 Rosebery Avenue", "EC1R 4TD", "London", "England", "ENG"],
    undefined,
    ["VIP"],
  ],
  [
    "Callum",
    "MacIntyre",
    "callum.macintyre@example.org",
    "+44 7700 900772",
    BRITAIN,
    ["3 Harbour Lane", "EH6 6NT", "Edinburgh", "Scotland", "SCT", "Flat 2"],
  ],
  [
    "Jürgen",
    "Öztürk-Weiß",
    "juergen.oeztuerk@example.de",
    "+49 30 23125 014",
    GERMANY,
    ["Köpenicker Straße 112", "10179", "Berlin", null, null, "Hinterhaus, 2. OG"],
    "Hat im Sommer zwei Bestellungen als Geschenk verschickt.",
  ],
  [
    "Mareike",
    "Großmann",
    "mareike.grossmann@example.de",
    null,
    GERMANY,
    ["Lindenallee 8", "04105", "Leipzig"],
    undefined,
    ["VIP", "newsletter"],
  ],
  [
    "Leopold",
    "Haselgruber",
    "l.haselgruber@example.at",
    "+43 1 555 0147",
    AUSTRIA,
    ["Burggasse 51", "1070", "Wien"],
  ],
  [
    "Lucía",
    "Fernández Ibáñez",
    "lucia.fernandez@example.es",
    "+34 600 555 013",
    SPAIN,
    ["Calle de la Palma 27", "28004", "Madrid", "Madrid", "M", "3.º izquierda"],
  ],
  [
    "Íñigo",
    "Zubizarreta",
    "inigo.zubi@example.es",
    null,
    SPAIN,
    ["Paseo de la Concha 4", "20007", "San Sebastián", "Gipuzkoa", "SS"],
    "Pide siempre factura.",
  ],
  [
    "Aurélie",
    "Lefèvre",
    "aurelie.lefevre@example.fr",
    "+33 6 55 50 01 42",
    FRANCE,
    ["18 rue des Cascades", "75020", "Paris", null, null, "Bâtiment C"],
    undefined,
    ["newsletter"],
  ],
  [
    "François",
    "Delacroix-Petit",
    "f.delacroix@example.fr",
    null,
    FRANCE,
    ["5 quai Rambaud", "69002", "Lyon"],
  ],
  [
    "Inês",
    "Conceição Magalhães",
    "ines.magalhaes@example.pt",
    "+351 910 555 014",
    PORTUGAL,
    ["Rua das Flores 210", "4050-265", "Porto"],
    undefined,
    ["VIP"],
  ],
  [
    "João",
    "Guimarães",
    "joao.guimaraes@example.pt",
    null,
    PORTUGAL,
    ["Avenida da Liberdade 36, 2.º Dto", "1250-145", "Lisboa"],
  ],
  [
    "美咲",
    "佐藤",
    "misaki.sato@example.jp",
    "+81 3-5555-0142",
    JAPAN,
    ["神宮前3丁目12-8", "150-0001", "渋谷区", "東京都", "JP-13", "コーポ青山 203"],
  ],
  [
    "健太",
    "小林",
    "kenta.kobayashi@example.jp",
    null,
    JAPAN,
    ["梅田2丁目5-10", "530-0001", "大阪市北区", "大阪府", "JP-27"],
    "贈り物の包装をよく依頼する。",
  ],
];

export const people: Person[] = ROWS.map(
  ([firstName, lastName, email, phone, place, address, note, tags]) => ({
    ...place,
    firstName,
    lastName,
    email,
    phone,
    address1: address[0] ?? "",
    zip: address[1] ?? "",
    city: address[2] ?? "",
    province: address[3] ?? null,
    provinceCode: address[4] ?? null,
    address2: address[5] ?? null,
    note: note ?? null,
    tags: tags ?? [],
  }),
);

/**
 * Provinces that share their time zones: names as Shopify writes them in addresses, and their codes, `|` between them. `apart`: on the
 * other side of the world, so that it counts only where it is named.
 */
export type Provinces = { zones: readonly string[]; names: string; apart?: true };

/**
 * The countries with several time zones, and which of their provinces have which: a province on both sides of a border has both. From
 * the IANA time zone database (public domain, 2026). Where no name fits, any of the country's zones may be the shopper's.
 */
export const provincesOfCountries: Readonly<Record<string, readonly Provinces[]>> = {
  US: [
    {
      zones: ["America/New_York"],
      names:
        "Connecticut|CT|Delaware|DE|District of Columbia|Washington DC|DC|Georgia|GA|Maine|ME|Maryland|MD|Massachusetts|MA|New Hampshire|NH|New Jersey|NJ|New York|NY|North Carolina|NC|Ohio|OH|Pennsylvania|PA|Rhode Island|RI|South Carolina|SC|Vermont|VT|Virginia|VA|West Virginia|WV",
    },
    {
      zones: ["America/New_York", "America/Chicago"],
      names: "Florida|FL|Indiana|IN|Kentucky|KY|Michigan|MI|Tennessee|TN",
    },
    {
      zones: ["America/Chicago"],
      names:
        "Alabama|AL|Arkansas|AR|Illinois|IL|Iowa|IA|Louisiana|LA|Minnesota|MN|Mississippi|MS|Missouri|MO|Oklahoma|OK|Wisconsin|WI",
    },
    {
      zones: ["America/Chicago", "America/Denver"],
      names: "Kansas|KS|Nebraska|NE|North Dakota|ND|South Dakota|SD|Texas|TX",
    },
    { zones: ["America/Denver"], names: "Colorado|CO|Montana|MT|New Mexico|NM|Utah|UT|Wyoming|WY" },
    { zones: ["America/Phoenix", "America/Denver"], names: "Arizona|AZ" },
    { zones: ["America/Denver", "America/Los_Angeles"], names: "Idaho|ID|Nevada|NV|Oregon|OR" },
    { zones: ["America/Los_Angeles"], names: "California|CA|Washington|WA" },
    { zones: ["America/Anchorage", "America/Adak"], names: "Alaska|AK" },
    { zones: ["Pacific/Honolulu"], names: "Hawaii|HI" },
    { zones: ["America/Puerto_Rico"], names: "Puerto Rico|PR|Virgin Islands|U.S. Virgin Islands|VI" },
    { zones: ["Pacific/Guam"], names: "Guam|GU|Northern Mariana Islands|MP", apart: true },
    { zones: ["Pacific/Pago_Pago"], names: "American Samoa|AS", apart: true },
    // Armed forces: wherever they are stationed.
    {
      zones: ["America/New_York", "Europe/Berlin", "Asia/Seoul", "Pacific/Honolulu"],
      names:
        "Armed Forces Americas|AA|Armed Forces Europe|AE|Armed Forces Pacific|AP|Federated States of Micronesia|FM|Marshall Islands|MH|Palau|PW",
      apart: true,
    },
  ],
  CA: [
    { zones: ["America/St_Johns", "America/Goose_Bay"], names: "Newfoundland and Labrador|Newfoundland|NL" },
    {
      zones: ["America/Halifax"],
      names: "New Brunswick|NB|Nova Scotia|NS|Prince Edward Island|PE",
    },
    { zones: ["America/Toronto", "America/Blanc-Sablon"], names: "Quebec|QC" },
    { zones: ["America/Toronto", "America/Winnipeg", "America/Atikokan"], names: "Ontario|ON" },
    { zones: ["America/Winnipeg"], names: "Manitoba|MB" },
    { zones: ["America/Regina", "America/Edmonton"], names: "Saskatchewan|SK" },
    { zones: ["America/Edmonton"], names: "Alberta|AB|Northwest Territories|NT" },
    { zones: ["America/Vancouver", "America/Edmonton", "America/Creston"], names: "British Columbia|BC" },
    { zones: ["America/Whitehorse"], names: "Yukon|YT" },
    { zones: ["America/Toronto", "America/Winnipeg", "America/Edmonton"], names: "Nunavut|NU" },
  ],
  AU: [
    {
      zones: ["Australia/Sydney"],
      names: "Australian Capital Territory|ACT|Tasmania|TAS|Victoria|VIC",
    },
    {
      zones: ["Australia/Sydney", "Australia/Broken_Hill", "Australia/Lord_Howe"],
      names: "New South Wales|NSW",
    },
    { zones: ["Australia/Brisbane"], names: "Queensland|QLD" },
    { zones: ["Australia/Adelaide"], names: "South Australia|SA" },
    { zones: ["Australia/Darwin"], names: "Northern Territory|NT" },
    { zones: ["Australia/Perth", "Australia/Eucla"], names: "Western Australia|WA" },
  ],
  NZ: [
    {
      zones: ["Pacific/Auckland"],
      names:
        "Auckland|AUK|Bay of Plenty|BOP|Canterbury|CAN|Gisborne|GIS|Hawke's Bay|HKB|Manawatu-Wanganui|MWT|Marlborough|MBH|Nelson|NSN|Northland|NTL|Otago|OTA|Southland|STL|Taranaki|TKI|Tasman|TAS|Waikato|WKO|Wellington|WGN|West Coast|WTC",
    },
    { zones: ["Pacific/Chatham"], names: "Chatham Islands|CIT" },
  ],
  BR: [
    {
      zones: ["America/Sao_Paulo"],
      names:
        "Alagoas|AL|Amapá|AP|Bahia|BA|Ceará|CE|Distrito Federal|Federal District|DF|Espírito Santo|ES|Goiás|GO|Maranhão|MA|Minas Gerais|MG|Pará|PA|Paraíba|PB|Paraná|PR|Piauí|PI|Rio de Janeiro|RJ|Rio Grande do Norte|RN|Rio Grande do Sul|RS|Santa Catarina|SC|São Paulo|SP|Sergipe|SE|Tocantins|TO",
    },
    { zones: ["America/Recife", "America/Noronha"], names: "Pernambuco|PE" },
    {
      zones: ["America/Manaus"],
      names: "Mato Grosso|MT|Mato Grosso do Sul|MS|Rondônia|RO|Roraima|RR",
    },
    { zones: ["America/Manaus", "America/Eirunepe"], names: "Amazonas|AM" },
    { zones: ["America/Rio_Branco"], names: "Acre|AC" },
  ],
  MX: [
    {
      zones: ["America/Mexico_City"],
      names:
        "Aguascalientes|AGS|Campeche|CAMP|Chiapas|CHIS|Ciudad de México|Distrito Federal|Mexico City|DF|CDMX|Colima|COL|Durango|DGO|Guanajuato|GTO|Guerrero|GRO|Hidalgo|HGO|Jalisco|JAL|México|State of Mexico|MEX|Michoacán|MICH|Morelos|MOR|Oaxaca|OAX|Puebla|PUE|Querétaro|QRO|San Luis Potosí|SLP|Tabasco|TAB|Tlaxcala|TLAX|Veracruz|VER|Yucatán|YUC|Zacatecas|ZAC",
    },
    {
      zones: ["America/Mexico_City", "America/Matamoros"],
      names: "Coahuila|COAH|Nuevo León|NL|Tamaulipas|TAMPS",
    },
    { zones: ["America/Chihuahua", "America/Ciudad_Juarez", "America/Matamoros"], names: "Chihuahua|CHIH" },
    {
      zones: ["America/Mazatlan", "America/Hermosillo", "America/Mexico_City"],
      names: "Baja California Sur|BCS|Nayarit|NAY|Sinaloa|SIN|Sonora|SON",
    },
    { zones: ["America/Tijuana"], names: "Baja California|BC" },
    { zones: ["America/Cancun"], names: "Quintana Roo|Q ROO" },
  ],
  ID: [
    {
      zones: ["Asia/Jakarta"],
      names:
        "Aceh|AC|Bangka Belitung|Bangka-Belitung Islands|BB|Banten|BT|Bengkulu|BE|Jambi|JA|Jawa Barat|West Java|JB|Jawa Tengah|Central Java|JT|Jawa Timur|East Java|JI|Jakarta|JK|Kalimantan Barat|West Kalimantan|KB|Kalimantan Tengah|Central Kalimantan|KT|Kepulauan Riau|Riau Islands|KR|Lampung|LA|Riau|RI|Sumatra Barat|West Sumatra|SB|Sumatra Selatan|South Sumatra|SS|Sumatra Utara|North Sumatra|SU|Yogyakarta|YO",
    },
    {
      zones: ["Asia/Makassar"],
      names:
        "Bali|BA|Gorontalo|GO|Kalimantan Selatan|South Kalimantan|KS|Kalimantan Timur|East Kalimantan|KI|Kalimantan Utara|North Kalimantan|KU|Nusa Tenggara Barat|West Nusa Tenggara|NB|Nusa Tenggara Timur|East Nusa Tenggara|NT|Sulawesi Barat|West Sulawesi|SR|Sulawesi Selatan|South Sulawesi|SN|Sulawesi Tengah|Central Sulawesi|ST|Sulawesi Tenggara|Southeast Sulawesi|SG|Sulawesi Utara|North Sulawesi|SA",
    },
    {
      zones: ["Asia/Jayapura"],
      names: "Maluku|MA|Maluku Utara|North Maluku|MU|Papua|PA|Papua Barat|West Papua|PB",
    },
  ],
  RU: [
    { zones: ["Europe/Kaliningrad"], names: "Kaliningrad|Kaliningrad Oblast|KGD" },
    {
      zones: ["Europe/Moscow"],
      names:
        "Moscow|MOW|Moscow Province|Moscow Oblast|MOS|Saint Petersburg|SPE|Leningrad|Leningrad Oblast|LEN|Belgorod|Bryansk|Ivanovo|Kaluga|Kirov|Kostroma|Krasnodar Krai|KDA|Kursk|Lipetsk|Murmansk|Nizhny Novgorod|NIZ|Novgorod|Oryol|Penza|Pskov|Rostov|ROS|Ryazan|Smolensk|Stavropol Krai|STA|Tambov|Tatarstan|TA|Tula|Tver|Vladimir|Vologda|Volgograd|VGG|Voronezh|VOR|Yaroslavl",
    },
    { zones: ["Europe/Astrakhan"], names: "Astrakhan|Samara|SAM|Saratov|SAR|Ulyanovsk|Udmurt|UD" },
    {
      zones: ["Asia/Yekaterinburg"],
      names:
        "Bashkortostan|BA|Chelyabinsk|CHE|Khanty-Mansi|KHM|Kurgan|Orenburg|Perm Krai|PER|Sverdlovsk|SVE|Tyumen|TYU|Yamalo-Nenets Okrug",
    },
    { zones: ["Asia/Omsk"], names: "Omsk|OMS" },
    {
      zones: ["Asia/Novosibirsk"],
      names: "Altai|Altai Krai|Kemerovo|Khakassia|Krasnoyarsk Krai|KYA|Novosibirsk|NVS|Tomsk|Tuva",
    },
    { zones: ["Asia/Irkutsk"], names: "Buryat|Irkutsk|IRK" },
    { zones: ["Asia/Chita"], names: "Amur|Zabaykalsky Krai" },
    { zones: ["Asia/Chita", "Asia/Vladivostok", "Asia/Magadan"], names: "Sakha|SA" },
    { zones: ["Asia/Vladivostok"], names: "Jewish|Khabarovsk Krai|KHA|Primorsky Krai|PRI" },
    { zones: ["Asia/Magadan"], names: "Magadan|Sakhalin" },
    { zones: ["Asia/Kamchatka"], names: "Chukotka Okrug|Kamchatka Krai" },
  ],
  ES: [
    {
      zones: ["Europe/Madrid"],
      names:
        "A Coruña|Álava|Albacete|Alicante|Almería|Asturias|Ávila|Badajoz|Balears|Balearic Islands|Barcelona|Burgos|Cáceres|Cádiz|Cantabria|Castellón|Ceuta|Ciudad Real|Córdoba|Cuenca|Girona|Granada|Guadalajara|Guipúzcoa|Gipuzkoa|Huelva|Huesca|Jaén|La Rioja|León|Lleida|Lugo|Madrid|Málaga|Melilla|Murcia|Navarra|Ourense|Palencia|Pontevedra|Salamanca|Segovia|Sevilla|Seville|Soria|Tarragona|Teruel|Toledo|Valencia|Valladolid|Vizcaya|Biscay|Bizkaia|Zamora|Zaragoza",
    },
    {
      zones: ["Atlantic/Canary"],
      names: "Las Palmas|GC|Santa Cruz de Tenerife|TF|Canary Islands|Islas Canarias",
    },
  ],
  PT: [
    {
      zones: ["Europe/Lisbon"],
      names:
        "Aveiro|Beja|Braga|Bragança|Castelo Branco|Coimbra|Évora|Faro|Guarda|Leiria|Lisboa|Lisbon|Madeira|Portalegre|Porto|Santarém|Setúbal|Viana do Castelo|Vila Real|Viseu",
    },
    { zones: ["Atlantic/Azores"], names: "Açores|Azores|PT-20" },
  ],
  CL: [
    {
      zones: ["America/Santiago"],
      names:
        "Antofagasta|AN|Araucanía|AR|Arica y Parinacota|AP|Atacama|AT|Biobío|BI|Coquimbo|CO|Los Lagos|LL|Los Ríos|LR|Maule|ML|Ñuble|NB|O'Higgins|LI|Santiago|Santiago Metropolitan|RM|Tarapacá|TA",
    },
    { zones: ["America/Santiago", "Pacific/Easter"], names: "Valparaíso|VS" },
    { zones: ["America/Punta_Arenas"], names: "Aysén|AI|Magallanes|Magallanes Region|MA" },
  ],
  EC: [{ zones: ["America/Guayaquil", "Pacific/Galapagos"], names: "" }],
  GL: [
    { zones: ["America/Nuuk", "America/Scoresbysund", "America/Danmarkshavn", "America/Thule"], names: "" },
  ],
  MN: [{ zones: ["Asia/Ulaanbaatar", "Asia/Hovd"], names: "" }],
  CD: [{ zones: ["Africa/Kinshasa", "Africa/Lubumbashi"], names: "" }],
  FM: [{ zones: ["Pacific/Chuuk", "Pacific/Pohnpei"], names: "" }],
  KI: [{ zones: ["Pacific/Tarawa", "Pacific/Kanton", "Pacific/Kiritimati"], names: "" }],
  PF: [{ zones: ["Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"], names: "" }],
  PG: [{ zones: ["Pacific/Port_Moresby", "Pacific/Bougainville"], names: "" }],
  UM: [{ zones: ["Pacific/Midway", "Pacific/Wake"], names: "" }],
};

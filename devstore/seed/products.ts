/** What Fernweh Supply sells. Prices in minor units of each currency the shop takes. */
export type ProductSeed = {
  title: string;
  type: string;
  grams: number;
  variants: string[];
  prices: Record<"EUR" | "USD" | "GBP" | "JPY", number>;
};

export const products: ProductSeed[] = [
  {
    title: "Trail Backpack 28 L",
    type: "Bags",
    grams: 980,
    variants: ["Moss", "Slate", "Ochre"],
    prices: { EUR: 12900, USD: 13900, GBP: 11500, JPY: 21800 },
  },
  {
    title: "Merino Travel Blanket",
    type: "Textiles",
    grams: 620,
    variants: ["Charcoal", "Oat"],
    prices: { EUR: 8900, USD: 9600, GBP: 7900, JPY: 14900 },
  },
  {
    title: "Enamel Mug",
    type: "Kitchen",
    grams: 210,
    variants: ["White", "Forest"],
    prices: { EUR: 1850, USD: 1950, GBP: 1600, JPY: 3100 },
  },
  {
    title: "Titanium Cook Set",
    type: "Kitchen",
    grams: 430,
    variants: ["Default Title"],
    prices: { EUR: 7450, USD: 7900, GBP: 6500, JPY: 12400 },
  },
  {
    title: "Waxed Canvas Duffel",
    type: "Bags",
    grams: 1450,
    variants: ["Tan", "Black"],
    prices: { EUR: 16500, USD: 17900, GBP: 14500, JPY: 27500 },
  },
  {
    title: "Field Notebook, Set of 3",
    type: "Paper",
    grams: 190,
    variants: ["Dotted", "Ruled"],
    prices: { EUR: 1490, USD: 1600, GBP: 1300, JPY: 2480 },
  },
  {
    title: "Ultralight Rain Jacket",
    type: "Clothing",
    grams: 280,
    variants: ["S", "M", "L", "XL"],
    prices: { EUR: 14900, USD: 15900, GBP: 13200, JPY: 24900 },
  },
  {
    title: "Wool Hiking Socks",
    type: "Clothing",
    grams: 90,
    variants: ["36–38", "39–41", "42–44"],
    prices: { EUR: 2200, USD: 2400, GBP: 1950, JPY: 3700 },
  },
  {
    title: "Rechargeable Lantern",
    type: "Light",
    grams: 340,
    variants: ["Default Title"],
    prices: { EUR: 5900, USD: 6400, GBP: 5200, JPY: 9900 },
  },
  {
    title: "Insulated Bottle 750 ml",
    type: "Kitchen",
    grams: 390,
    variants: ["Steel", "Rust", "Night"],
    prices: { EUR: 3400, USD: 3600, GBP: 2950, JPY: 5600 },
  },
  {
    title: "Packing Cubes, Set of 4",
    type: "Bags",
    grams: 310,
    variants: ["Grey"],
    prices: { EUR: 3900, USD: 4200, GBP: 3400, JPY: 6500 },
  },
  {
    title: "Compass, Brass",
    type: "Tools",
    grams: 120,
    variants: ["Default Title"],
    prices: { EUR: 4600, USD: 4900, GBP: 4100, JPY: 7700 },
  },
];

export const shippingPrices: Record<string, number> = { EUR: 490, USD: 1200, GBP: 950, JPY: 1800 };

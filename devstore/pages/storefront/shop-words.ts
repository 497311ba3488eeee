/** The few words of the demo theme itself; the app embed brings its own. */
const ENGLISH = {
  products: "Products",
  orders: "Your orders",
  none: "You have no orders yet.",
  from: "from",
};

const WORDS: Record<string, typeof ENGLISH> = {
  en: ENGLISH,
  de: {
    products: "Produkte",
    orders: "Ihre Bestellungen",
    none: "Sie haben noch keine Bestellungen.",
    from: "ab",
  },
  es: { products: "Productos", orders: "Tus pedidos", none: "Todavía no tienes pedidos.", from: "desde" },
  fr: {
    products: "Produits",
    orders: "Vos commandes",
    none: "Vous n’avez pas encore de commande.",
    from: "dès",
  },
  pt: {
    products: "Produtos",
    orders: "As suas encomendas",
    none: "Ainda não tem encomendas.",
    from: "desde",
  },
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

export function shopWords(locale: string): typeof ENGLISH {
  return WORDS[locale.split("-")[0] ?? "en"] ?? ENGLISH;
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}

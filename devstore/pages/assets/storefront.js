// The document takes the direction of the shop's language, as a theme's own <html> tag would.
document.documentElement.dir = document.querySelector("[data-shop-direction]").dir;
// Choosing a person or a language is enough; the button is for browsers without scripts.
const visitor = document.querySelector("[data-visitor]");
visitor.querySelector("button").hidden = true;
visitor.addEventListener("change", () => visitor.requestSubmit());

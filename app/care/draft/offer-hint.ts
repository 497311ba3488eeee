/** How the screen asks for one of the options that it shows: by the name that it shows. */
export const offerHint = (label: string) => `Offer: ${label}`;

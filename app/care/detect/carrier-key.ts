/** One carrier under one name, however a fulfilment's form wrote it: "DHL  Express " and "dhl express". */
export const carrierKey = (name: string | null | undefined): string =>
  (name ?? "").normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, " ");

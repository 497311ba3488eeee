import { z } from "zod";

/** A From address a shop writes with. One plain address: nodemailer would expand a list, and CR or LF would add headers. */
export const sendingAddressSchema = z.object({
  address: z.email("Enter an email address, like care@example.com").max(254),
  name: z
    .string()
    .trim()
    .min(1, "Enter the name shoppers see")
    .max(120)
    .regex(/^[^\p{Cc}<>"]*$/u, "A name cannot contain quotes, angle brackets or line breaks"),
  signature: z.string().max(2_000).default(""),
  isDefault: z.boolean().default(false),
});
export type SendingAddressInput = z.input<typeof sendingAddressSchema>;

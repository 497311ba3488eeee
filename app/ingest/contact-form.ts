import { z } from "zod";
import { wellFormed } from "#app/lib/well-formed.ts";

const line = (max: number, message: string) =>
  z
    .string({ error: message })
    .max(max, `Use at most ${max} characters`)
    .transform((text) => wellFormed(text).replace(/\s+/g, " ").trim());

/** What the storefront's contact form posts. The nonce makes a repeated or replayed post one message. */
export const contactFormSchema = z.object({
  nonce: z
    .string({ error: "The form's nonce is missing" })
    .regex(/^[\w-]{16,64}$/, "The form's nonce is malformed"),
  name: line(100, "Enter your name").pipe(z.string().min(1, "Enter your name")),
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .max(254, "Use at most 254 characters")
    .pipe(z.email("Enter an email address, like name@example.com")),
  orderName: line(40, "Enter an order number, like #1001").nullish(),
  message: z
    .string({ error: "Enter a message" })
    .max(10_000, "Use at most 10,000 characters")
    .transform((text) => wellFormed(text).trim())
    .pipe(z.string().min(1, "Enter a message")),
});
export type ContactForm = z.infer<typeof contactFormSchema>;

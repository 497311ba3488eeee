import { contactFormSchema, type ContactForm } from "#app/ingest/contact-form.ts";
import { recordMessage, type MessageRecorded } from "#app/ingest/record-message.server.ts";

export type ContactFormRecorded = MessageRecorded | { outcome: "invalid"; field: string; message: string }; // -> 400

/**
 * Records a post of the storefront's contact form. The fields are the request's JSON as it came; `loggedInCustomerId` comes
 * from Shopify's signed query (`logged_in_customer_id`) and from nowhere else: it is the proof of who wrote.
 */
export async function recordContactForm(
  given: { shopId: string; loggedInCustomerId: string | null } & Partial<Record<keyof ContactForm, unknown>>,
): Promise<ContactFormRecorded> {
  const parsed = contactFormSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      outcome: "invalid",
      field: issue?.path.join(".") ?? "",
      message: issue?.message ?? "The form is not complete",
    };
  }
  const { nonce, name, email, orderName, message } = parsed.data;
  return recordMessage({
    shopId: given.shopId,
    sender: email.toLowerCase(),
    nonce,
    content: {
      channel: "storefront",
      name,
      email,
      orderName: orderName || null,
      message,
      customerId: given.loggedInCustomerId || null,
    },
  });
}

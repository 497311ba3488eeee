import type { Intent } from "#app/care/understand/reading.ts";

/**
 * How the public intent sets map to the 15 intents of a shop's inbox. A label not listed is left out of training where it has
 * no counterpart in a shop (`skip`), or stands for what is out of scope (`other`).
 */
export const bitextIntents: Record<string, Intent> = {
  cancel_order: "cancel",
  check_cancellation_fee: "cancel",
  change_order: "change_order",
  change_shipping_address: "change_address",
  set_up_shipping_address: "change_address",
  check_invoice: "payment",
  get_invoice: "payment",
  check_payment_methods: "payment",
  payment_issue: "payment",
  check_refund_policy: "refund",
  get_refund: "refund",
  track_refund: "refund",
  track_order: "order_status",
  delivery_period: "order_status",
  delivery_options: "product_question",
  complaint: "complaint",
  create_account: "account",
  delete_account: "account",
  edit_account: "account",
  switch_account: "account",
  recover_password: "account",
  registration_problems: "account",
  newsletter_subscription: "account",
  contact_customer_service: "other",
  contact_human_agent: "other",
};

export const bankingIntents: Record<string, Intent> = {
  card_arrival: "order_status",
  card_delivery_estimate: "order_status",
  request_refund: "refund",
  Refund_not_showing_up: "refund",
  transaction_charged_twice: "payment",
  extra_charge_on_statement: "payment",
  declined_card_payment: "payment",
  pending_card_payment: "payment",
  card_payment_not_recognised: "payment",
  "reverted_card_payment?": "payment",
  card_payment_fee_charged: "payment",
  edit_personal_details: "account",
  passcode_forgotten: "account",
  terminate_account: "account",
  verify_my_identity: "other",
  exchange_rate: "other",
  atm_support: "other",
  country_support: "other",
  age_limit: "other",
};

/** CLINC150: only what a shop hears too; everything else is out of scope. */
export const clincIntents: Record<string, Intent | "skip"> = {
  order_status: "order_status",
  thank_you: "praise",
  cancel: "skip",
  yes: "skip",
  no: "skip",
  order: "skip",
  redeem_rewards: "skip",
  damaged_card: "skip",
  lost_luggage: "skip",
  shopping_list: "skip",
  shopping_list_update: "skip",
  new_card: "skip",
  report_fraud: "skip",
  bill_due: "skip",
};

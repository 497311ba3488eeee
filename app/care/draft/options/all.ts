import { answerQuestion } from "#app/care/draft/options/answer-question.ts";
import { askCarrier } from "#app/care/draft/options/ask-carrier.ts";
import { cancel } from "#app/care/draft/options/cancel.ts";
import { changeAddress } from "#app/care/draft/options/change-address.ts";
import { changeOrder } from "#app/care/draft/options/change-order.ts";
import { checkDue } from "#app/care/draft/options/check-due.ts";
import { checkPayment } from "#app/care/draft/options/check-payment.ts";
import { checkRefund } from "#app/care/draft/options/check-refund.ts";
import { discount } from "#app/care/draft/options/discount.ts";
import { exchange } from "#app/care/draft/options/exchange.ts";
import { findHoldUp } from "#app/care/draft/options/find-hold-up.ts";
import { newAttempt } from "#app/care/draft/options/new-attempt.ts";
import type { OptionId, OptionRule } from "#app/care/draft/options/option-rule.ts";
import { pickUp } from "#app/care/draft/options/pick-up.ts";
import { putRight } from "#app/care/draft/options/put-right.ts";
import { redirect } from "#app/care/draft/options/redirect.ts";
import { replacement } from "#app/care/draft/options/replacement.ts";
import { sendBack } from "#app/care/draft/options/send-back.ts";
import { storeCredit } from "#app/care/draft/options/store-credit.ts";
import { wait } from "#app/care/draft/options/wait.ts";

/** Every option by its id, in the order a reviewer reads them. */
export const optionRules: Record<OptionId, OptionRule> = {
  answer_question: answerQuestion,
  carrier_enquiry: askCarrier,
  check_hold_up: findHoldUp,
  wait,
  new_attempt: newAttempt,
  pickup: pickUp,
  redirect,
  cancel,
  change_order: changeOrder,
  change_address: changeAddress,
  put_right: putRight,
  return: sendBack,
  check_refund: checkRefund,
  check_due: checkDue,
  check_payment: checkPayment,
  exchange,
  replacement,
  store_credit: storeCredit,
  discount,
};

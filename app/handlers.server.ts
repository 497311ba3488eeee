import { decideAgain } from "#app/care/decide/decide-again.server.ts";
import { decideOutreach } from "#app/care/decide/decide-outreach.server.ts";
import { detectIssues } from "#app/care/detect/detect-issues.server.ts";
import { keepIncidents } from "#app/care/detect/keep-incidents.server.ts";
import { learnHabits } from "#app/care/detect/learn-habits.server.ts";
import { lookAtOpenIssues } from "#app/care/detect/look-at-open-issues.server.ts";
import { sweepOrders } from "#app/care/detect/sweep-orders.server.ts";
import { draftOutreach } from "#app/care/draft/outreach/draft-outreach.server.ts";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { refreshKnowledgeDrafts } from "#app/care/draft/refresh-knowledge-drafts.server.ts";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import { watchOrder } from "#app/care/keep/watch-order.server.ts";
import { watchPromise } from "#app/care/keep/watch-promise.server.ts";
import { askCsat } from "#app/care/review/ask-csat.server.ts";
import { sendReceipt } from "#app/care/review/send-receipt.server.ts";
import { keepReceipt } from "#app/care/keep/keep-receipt.server.ts";
import { alertUrgent } from "#app/care/triage/alert-urgent.server.ts";
import { sendAlert } from "#app/care/triage/send-alert.server.ts";
import { watchAlerts } from "#app/care/triage/watch-alerts.server.ts";
import { recomputeLevels } from "#app/care/triage/recompute-levels.server.ts";
import { watchLevels } from "#app/care/triage/watch-levels.server.ts";
import { learnFromDecline } from "#app/care/learn/learn-from-decline.server.ts";
import { learnFromReply } from "#app/care/learn/learn-from-reply.server.ts";
import { unassignConversations } from "#app/care/triage/unassign-conversations.server.ts";
import { wakeConversations } from "#app/care/triage/wake-conversations.server.ts";
import { keepPriority } from "#app/care/triage/keep-priority.server.ts";
import { triageConversation } from "#app/care/triage/triage-conversation.server.ts";
import { rewriteOldWords } from "#app/conversation/rewrite-old-words.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { receiveMessage } from "#app/conversation/receive-message.server.ts";
import type { BatchHandler, Handler } from "#app/job.ts";
import { backfillShop } from "#app/mirror/backfill-shop.server.ts";
import { mirrorDeliveries } from "#app/mirror/mirror-deliveries.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { readOrder } from "#app/mirror/read-order.server.ts";
import { reconcileShop } from "#app/mirror/reconcile-shop.server.ts";
import type { JobName, together } from "#app/pipeline.ts";
import { clearUnsent } from "#app/privacy/clear-unsent.server.ts";
import { closeShop } from "#app/privacy/close-shop.server.ts";
import { eraseDeleted } from "#app/privacy/erase-deleted.server.ts";
import { exportCustomerData } from "#app/privacy/export-customer-data.server.ts";
import { exportShop } from "#app/privacy/export-shop.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { redactShop } from "#app/privacy/redact-shop.server.ts";
import { sendMailCheck } from "#app/shop/mail-check/send-mail-check.server.ts";

/** Job name → handler. A job named in pipeline.ts without a handler here, or with one of the wrong kind, does not compile. */
export const handlers = {
  backfillShop,
  closeShop,
  sendMailCheck,
  mirrorDeliveries,
  mirrorDelivery,
  readOrder,
  reconcileShop,
  receiveMessage,
  refreshDrafts,
  refreshKnowledgeDrafts,
  eraseDeleted,
  redactCustomer,
  redactShop,
  exportCustomerData,
  exportShop,
  rewriteOldWords,
  understandMessage,
  unassignConversations,
  wakeConversations,
  triageConversation,
  keepPriority,
  detectIssues,
  sweepOrders,
  lookAtOpenIssues,
  learnHabits,
  keepIncidents,
  decideAgain,
  decideOutreach,
  draftOutreach,
  draftReply,
  deliverReply,
  clearUnsent,
  keepPromises,
  learnFromDecline,
  learnFromReply,
  watchOrder,
  watchPromise,
  recomputeLevels,
  watchLevels,
  alertUrgent,
  watchAlerts,
  sendAlert,
  sendReceipt,
  keepReceipt,
  askCsat,
} satisfies { [J in JobName]: J extends keyof typeof together ? BatchHandler<J> : Handler<J> };

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "shops" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT,
    "timezone" TEXT,
    "scopes" TEXT[],
    "inbound_key" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalled_at" TIMESTAMPTZ(3),
    "shop_updated_at" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "shops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sending_addresses" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "signature" TEXT NOT NULL DEFAULT '',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sending_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT,
    "shop_domain" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT,
    "api_version" TEXT,
    "triggered_at" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealed_body" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'recorded',
    "reason" TEXT,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_messages" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealed" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sender_index" TEXT,
    "state" TEXT NOT NULL DEFAULT 'recorded',
    "reason" TEXT,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "queued_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customers" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "gid" TEXT,
    "email_index" TEXT,
    "sealed" BYTEA NOT NULL,
    "locale" TEXT,
    "state" TEXT,
    "tags" TEXT[],
    "orders_count" INTEGER,
    "amount_spent" DECIMAL(65,30),
    "currency" TEXT,
    "last_order_id" TEXT,
    "summary_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "merged_into_id" TEXT,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "financial_status" TEXT,
    "fulfillment_status" TEXT,
    "currency" TEXT NOT NULL,
    "total" DECIMAL(65,30) NOT NULL,
    "lines" JSONB NOT NULL,
    "customer_id" TEXT,
    "locale" TEXT,
    "tags" TEXT[],
    "email_index" TEXT,
    "sealed" BYTEA NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "fulfillments" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT,
    "shipment_status" TEXT,
    "tracking_company" TEXT,
    "tracking_number" TEXT,
    "tracking_url" TEXT,
    "estimated_delivery_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fulfillments_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "fulfillment_events" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "order_id" TEXT,
    "status" TEXT NOT NULL,
    "message" TEXT,
    "city" TEXT,
    "country" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "estimated_delivery_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "fulfillment_events_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "fulfillment_orders" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT,
    "status" TEXT,
    "request_status" TEXT,
    "fulfill_at" TIMESTAMPTZ(3),
    "holds" JSONB NOT NULL DEFAULT '[]',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fulfillment_orders_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amount" DECIMAL(65,30) NOT NULL,
    "currency" TEXT NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "returns" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "disputes" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT,
    "type" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "amount" DECIMAL(65,30),
    "currency" TEXT,
    "evidence_due_by" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "policies" (
    "shop_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("shop_id","type")
);

-- CreateTable
CREATE TABLE "backfills" (
    "shop_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "stage" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "backfills_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "language" TEXT,
    "intent" TEXT,
    "emotion" TEXT,
    "unsure" BOOLEAN NOT NULL DEFAULT false,
    "reply_token" TEXT NOT NULL,
    "contact_index" TEXT,
    "customer_id" TEXT,
    "order_ids" TEXT[],
    "sealed" BYTEA NOT NULL,
    "search_tokens" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mail_id_index" TEXT,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "bounce" BOOLEAN NOT NULL DEFAULT false,
    "proof" TEXT NOT NULL DEFAULT 'none',
    "sealed" BYTEA NOT NULL,
    "delivery_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "inline" BOOLEAN NOT NULL DEFAULT false,
    "withheld" TEXT,
    "sealed_name" BYTEA NOT NULL,
    "sealed_content" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readings" (
    "message_id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "readings_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "maker" TEXT NOT NULL,
    "fact_order_ids" TEXT[],
    "sealed" BYTEA NOT NULL,
    "edited_by" TEXT,
    "decline_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "conversation_id" TEXT,
    "draft_id" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "mail_message_id" TEXT NOT NULL,
    "recipient_index" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "response" TEXT,
    "approved_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promises" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "draft_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressions" (
    "shop_id" TEXT NOT NULL,
    "contact_index" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("shop_id","contact_index","scope")
);

-- CreateTable
CREATE TABLE "redaction_marks" (
    "shop_id" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redaction_marks_pkey" PRIMARY KEY ("shop_id","entity","entity_key")
);

-- CreateTable
CREATE TABLE "data_requests" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "customer_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "sealed_export" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shops_domain_key" ON "shops"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "shops_inbound_key_key" ON "shops"("inbound_key");

-- CreateIndex
CREATE INDEX "sessions_shop_idx" ON "sessions"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "sending_addresses_shop_id_address_key" ON "sending_addresses"("shop_id", "address");

-- CreateIndex
CREATE INDEX "webhook_deliveries_shop_id_received_at_idx" ON "webhook_deliveries"("shop_id", "received_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_state_received_at_idx" ON "webhook_deliveries"("state", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_shop_domain_topic_webhook_id_key" ON "webhook_deliveries"("shop_domain", "topic", "webhook_id");

-- CreateIndex
CREATE INDEX "inbound_messages_shop_id_received_at_idx" ON "inbound_messages"("shop_id", "received_at");

-- CreateIndex
CREATE INDEX "inbound_messages_shop_id_sender_index_received_at_idx" ON "inbound_messages"("shop_id", "sender_index", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_messages_shop_id_content_hash_key" ON "inbound_messages"("shop_id", "content_hash");

-- CreateIndex
CREATE INDEX "jobs_state_run_at_idx" ON "jobs"("state", "run_at");

-- CreateIndex
CREATE INDEX "jobs_shop_id_state_run_at_idx" ON "jobs"("shop_id", "state", "run_at");

-- CreateIndex
CREATE INDEX "jobs_state_lease_until_idx" ON "jobs"("state", "lease_until");

-- CreateIndex
CREATE INDEX "customers_shop_id_email_index_idx" ON "customers"("shop_id", "email_index");

-- CreateIndex
CREATE INDEX "orders_shop_id_name_key_idx" ON "orders"("shop_id", "name_key");

-- CreateIndex
CREATE INDEX "orders_shop_id_email_index_idx" ON "orders"("shop_id", "email_index");

-- CreateIndex
CREATE INDEX "orders_shop_id_customer_id_idx" ON "orders"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "orders_shop_id_placed_at_id_idx" ON "orders"("shop_id", "placed_at", "id");

-- CreateIndex
CREATE INDEX "fulfillments_shop_id_order_id_idx" ON "fulfillments"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "fulfillments_shop_id_tracking_number_idx" ON "fulfillments"("shop_id", "tracking_number");

-- CreateIndex
CREATE INDEX "fulfillment_events_shop_id_fulfillment_id_happened_at_idx" ON "fulfillment_events"("shop_id", "fulfillment_id", "happened_at");

-- CreateIndex
CREATE INDEX "fulfillment_orders_shop_id_order_id_idx" ON "fulfillment_orders"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "refunds_shop_id_order_id_idx" ON "refunds"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "returns_shop_id_order_id_idx" ON "returns"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "disputes_shop_id_order_id_idx" ON "disputes"("shop_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_reply_token_key" ON "conversations"("reply_token");

-- CreateIndex
CREATE INDEX "conversations_shop_id_updated_at_id_idx" ON "conversations"("shop_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "conversations_shop_id_status_updated_at_id_idx" ON "conversations"("shop_id", "status", "updated_at", "id");

-- CreateIndex
CREATE INDEX "conversations_shop_id_contact_index_updated_at_idx" ON "conversations"("shop_id", "contact_index", "updated_at");

-- CreateIndex
CREATE INDEX "conversations_shop_id_customer_id_idx" ON "conversations"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "conversations_search_tokens_idx" ON "conversations" USING GIN ("search_tokens");

-- CreateIndex
CREATE INDEX "messages_shop_id_conversation_id_at_idx" ON "messages"("shop_id", "conversation_id", "at");

-- CreateIndex
CREATE INDEX "messages_shop_id_mail_id_index_idx" ON "messages"("shop_id", "mail_id_index");

-- CreateIndex
CREATE INDEX "attachments_shop_id_message_id_idx" ON "attachments"("shop_id", "message_id");

-- CreateIndex
CREATE INDEX "readings_shop_id_conversation_id_idx" ON "readings"("shop_id", "conversation_id");

-- CreateIndex
CREATE INDEX "drafts_shop_id_conversation_id_status_idx" ON "drafts"("shop_id", "conversation_id", "status");

-- CreateIndex
CREATE INDEX "drafts_shop_id_status_idx" ON "drafts"("shop_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_shop_id_conversation_id_version_key" ON "drafts"("shop_id", "conversation_id", "version");

-- CreateIndex
CREATE INDEX "deliveries_shop_id_conversation_id_idx" ON "deliveries"("shop_id", "conversation_id");

-- CreateIndex
CREATE INDEX "deliveries_status_next_attempt_at_idx" ON "deliveries"("status", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_shop_id_key_key" ON "deliveries"("shop_id", "key");

-- CreateIndex
CREATE INDEX "promises_shop_id_conversation_id_idx" ON "promises"("shop_id", "conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_requests_shop_id_request_key_key" ON "data_requests"("shop_id", "request_key");


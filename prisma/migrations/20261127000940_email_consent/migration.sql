-- Whether a customer takes the shop's marketing by e-mail, which webhooks of customers do not carry: it has a topic, and a version, of
-- its own (app/mirror/fold/version.ts).
ALTER TABLE customers
  ADD COLUMN email_consent text,
  ADD COLUMN email_consent_at timestamptz(3),
  ADD COLUMN consent_version text COLLATE "C" NOT NULL DEFAULT '';

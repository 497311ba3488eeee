-- The stock that an order's goods are to leave from, and that a parcel left from, by its name in the shop. Webhooks do not say it.
ALTER TABLE fulfillment_orders ADD COLUMN location text, ADD COLUMN location_version text NOT NULL DEFAULT '';
ALTER TABLE fulfillments ADD COLUMN location text;

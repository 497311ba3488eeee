-- When a carrier's event and a policy were mirrored, as every other record has it. Null for what was there before: nobody noted it.
ALTER TABLE fulfillment_events ADD COLUMN mirrored_at timestamptz(3);
ALTER TABLE fulfillment_events ALTER COLUMN mirrored_at SET DEFAULT now();
ALTER TABLE policies ADD COLUMN mirrored_at timestamptz(3);
ALTER TABLE policies ALTER COLUMN mirrored_at SET DEFAULT now();

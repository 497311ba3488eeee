-- Orders placed to try the checkout: nobody waits for them. Null: the mirror has not read it yet.
ALTER TABLE orders ADD COLUMN test boolean;

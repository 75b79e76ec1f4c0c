-- What all of a cart is priced in; null: the shop's own. Lines hold no price that counts: they are priced when they are read.
ALTER TABLE cart.carts ADD COLUMN currency text CHECK (currency ~ '^[A-Z]{3}$');

-- What unit_price_minor was shown in; null: the shop's own.
ALTER TABLE cart.items ADD COLUMN seen_currency text CHECK (seen_currency ~ '^[A-Z]{3}$');

-- Coupons and gift cards that were entered, in their order: [{"kind": "coupon", "code": …}] or
-- [{"kind": "gift_card", "gift_card_id": …}]. Nothing is used up by lying in a cart.
ALTER TABLE cart.carts ADD COLUMN codes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(codes) = 'array');

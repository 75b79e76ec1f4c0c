-- Whose product it is; null: the shop's own.
ALTER TABLE catalog.products ADD COLUMN seller_id uuid;

CREATE INDEX products_seller ON catalog.products (seller_id, updated_at DESC, id DESC) WHERE seller_id IS NOT NULL;

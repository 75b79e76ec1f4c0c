-- Whose the variant's product is, as the catalogue tells; null: the shop's own.
ALTER TABLE inventory.labels ADD COLUMN seller_id uuid;

CREATE INDEX labels_seller ON inventory.labels (seller_id) WHERE seller_id IS NOT NULL;

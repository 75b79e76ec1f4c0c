-- When a product was last said to be whose it is, so that a late event does not overwrite a newer one.
ALTER TABLE reviews.products ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '-infinity';

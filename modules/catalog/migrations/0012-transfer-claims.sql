-- How often a transfer was taken up since it last got further. One that ends its workers is not taken up for ever.
ALTER TABLE catalog.transfers ADD COLUMN claims integer NOT NULL DEFAULT 0;

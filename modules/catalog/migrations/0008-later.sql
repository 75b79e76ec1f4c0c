-- How many of the available pieces are not there yet, as the stock last said.
ALTER TABLE catalog.variants ADD COLUMN later integer NOT NULL DEFAULT 0;

-- What customers rate a product, as the reviews last said; version -1: not heard of yet.
ALTER TABLE catalog.products
  ADD COLUMN rating_count integer NOT NULL DEFAULT 0 CHECK (rating_count >= 0),
  ADD COLUMN rating_average double precision CHECK (rating_average BETWEEN 1 AND 5),
  ADD COLUMN rating_version bigint NOT NULL DEFAULT -1;

CREATE INDEX products_rated ON catalog.products (rating_average DESC, rating_count DESC, id DESC)
  WHERE rating_count > 0;

-- A card holds the rating, however it is written: whoever writes a product anew does not know what it is rated.
CREATE FUNCTION catalog.put_rating_on_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.rating_count > 0 THEN
    NEW.card := (NEW.card::jsonb || jsonb_build_object('rating',
      jsonb_build_object('count', NEW.rating_count, 'average', NEW.rating_average)))::json;
  ELSE
    NEW.card := (NEW.card::jsonb - 'rating')::json;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER products_rating BEFORE UPDATE OF card, rating_version ON catalog.products FOR EACH ROW
  WHEN (NEW.rating_version >= 0) EXECUTE FUNCTION catalog.put_rating_on_card();

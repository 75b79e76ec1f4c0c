-- Pieces of a sold line that came back before its order ended. They are on the shelf: an order that is cancelled later
-- gives back the rest.
ALTER TABLE inventory.reservation_lines
  ADD COLUMN given_back integer NOT NULL DEFAULT 0 CHECK (given_back BETWEEN 0 AND quantity);

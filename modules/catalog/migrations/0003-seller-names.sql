-- What shoppers read as the seller of a product. Kept here, so that pages of the shop ask nobody else.
CREATE TABLE catalog.sellers (
  id uuid PRIMARY KEY,
  name text NOT NULL
);

-- Cards say whose they are, so that lists can name the seller.
UPDATE catalog.products
SET card = (card::jsonb || jsonb_build_object('seller_id', seller_id))::json
WHERE seller_id IS NOT NULL;

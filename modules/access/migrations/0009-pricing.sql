-- Promotions with their codes, gift cards and taxes: who reads them and who decides about them.
UPDATE access.roles AS r
SET permissions = r.permissions || added.permissions, version = r.version + 1, updated_at = now()
FROM (VALUES
  ('admin', '{promotions:*,giftcards:*,taxes:*}'::text[]),
  ('manager', '{promotions:*,giftcards:*,taxes:read}'),
  ('sales_manager', '{promotions:*,giftcards:read,taxes:read}'),
  ('procurement_manager', '{promotions:read}'),
  ('staff', '{promotions:read,giftcards:read}')
) AS added (role, permissions)
WHERE r.built_in AND r.name = added.role AND NOT added.permissions <@ r.permissions;

-- Promotions with their codes, gift cards and taxes: who reads them and who decides about them.
UPDATE access.roles AS r
SET permissions = r.permissions || given.permissions, version = r.version + 1, updated_at = now()
FROM (
  SELECT role, array_agg(permission ORDER BY permission) AS permissions
  FROM (VALUES
  ('admin', 'giftcards:*'),
  ('admin', 'promotions:*'),
  ('admin', 'taxes:*'),
  ('manager', 'giftcards:*'),
  ('manager', 'promotions:*'),
  ('manager', 'taxes:read'),
  ('sales_manager', 'giftcards:read'),
  ('sales_manager', 'promotions:*'),
  ('sales_manager', 'taxes:read'),
  ('procurement_manager', 'promotions:read'),
  ('staff', 'giftcards:read'),
  ('staff', 'promotions:read')
  ) AS added (role, permission)
  GROUP BY role
) AS given
WHERE r.built_in AND r.name = given.role AND NOT given.permissions <@ r.permissions;

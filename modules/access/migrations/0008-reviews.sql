-- Reviews: who reads all of them, who decides about them, and sellers about theirs.
UPDATE access.roles AS r
SET permissions = r.permissions || added.permission, version = r.version + 1, updated_at = now()
FROM (VALUES
  ('admin', 'reviews:*'),
  ('manager', 'reviews:*'),
  ('sales_manager', 'reviews:*'),
  ('procurement_manager', 'reviews:read'),
  ('staff', 'reviews:read'),
  ('seller', 'reviews:own')
) AS added (role, permission)
WHERE r.built_in AND r.name = added.role AND NOT added.permission = ANY (r.permissions);

-- Who notes that cash was taken at the door.
UPDATE access.roles AS r
SET permissions = r.permissions || added.permission, version = r.version + 1, updated_at = now()
FROM (VALUES
  ('manager', 'payments:record'),
  ('sales_manager', 'payments:record')
) AS added (role, permission)
WHERE r.built_in AND r.name = added.role AND NOT added.permission = ANY (r.permissions);

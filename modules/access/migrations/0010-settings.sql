-- Settings of the shop as a whole: who it is, before the law and its bank.
UPDATE access.roles AS r
SET permissions = r.permissions || added.permission, version = r.version + 1, updated_at = now()
FROM (VALUES
  ('admin', 'settings:*')
) AS added (role, permission)
WHERE r.built_in AND r.name = added.role AND NOT added.permission = ANY (r.permissions);

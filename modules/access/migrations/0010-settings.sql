-- Settings of the shop as a whole: who it is, before the law and its bank.
UPDATE access.roles AS r
SET permissions = r.permissions || 'settings:*'::text, version = r.version + 1, updated_at = now()
WHERE r.built_in AND r.name = 'admin' AND NOT 'settings:*' = ANY (r.permissions);

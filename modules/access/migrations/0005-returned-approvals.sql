-- What tells one use of an approval from the next, so that only the use that came to nothing gives it back.
ALTER TABLE access.approvals ADD COLUMN use_id uuid;

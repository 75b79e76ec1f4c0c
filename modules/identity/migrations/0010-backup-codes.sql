-- Backup codes are short: they are stretched as passwords are, with one salt for the codes of a set. Keyed hashes of
-- before cannot be turned into that; whoever had them asks for new ones.
DELETE FROM identity.backup_codes;

ALTER TABLE identity.backup_codes ADD COLUMN salt bytea NOT NULL;

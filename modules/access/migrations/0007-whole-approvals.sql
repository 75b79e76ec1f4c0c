-- Whether the input that is kept to be read is all of it: secrets are left out and long text is cut.
ALTER TABLE access.approvals ADD COLUMN whole boolean NOT NULL DEFAULT true;
UPDATE access.approvals SET whole = false WHERE input::text LIKE '%[redacted]%' OR input::text LIKE '% characters)%';

-- A person who leaves is looked for by account and by address.
CREATE INDEX messages_account ON notifications.messages (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX messages_recipient ON notifications.messages (recipient) WHERE recipient <> '';

-- One row for each mail: what it is about, never what it says. Texts, links and tokens are made when it is sent.
CREATE TABLE notifications.messages (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  template text NOT NULL,
  order_id uuid,
  account_id uuid,
  details jsonb NOT NULL,                 -- facts of the event that the sender cannot ask for later
  status text NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'skipped')),
  attempts int NOT NULL DEFAULT 0,
  claimed_at timestamptz,
  recipient text NOT NULL DEFAULT '',     -- known once it was written
  subject text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  UNIQUE (event_id, template),
  CHECK ((order_id IS NULL) <> (account_id IS NULL))
);

CREATE INDEX messages_order ON notifications.messages (order_id, id) WHERE order_id IS NOT NULL;

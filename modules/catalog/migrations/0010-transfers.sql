-- Imports and exports, and how far they are. Their files lie here too: every process reaches them, a record counts as
-- done in the transaction that did it, and what is deleted is gone with its file.
CREATE TABLE catalog.transfers (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('import', 'export')),
  format text NOT NULL CHECK (format IN ('csv', 'jsonl')),
  packed boolean NOT NULL,
  state text NOT NULL
    CHECK (state IN ('uploading', 'queued', 'running', 'unmapped', 'checked', 'done', 'failed', 'cancelled')),
  phase text NOT NULL CHECK (phase IN ('check', 'write')),
  file_name text NOT NULL,
  size bigint NOT NULL,
  received bigint NOT NULL DEFAULT 0,
  parts integer NOT NULL DEFAULT 0,
  -- Whose products alone it reaches; null: everybody's.
  seller_id uuid,
  created_by uuid,
  records integer NOT NULL DEFAULT 0,
  total integer,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  checked jsonb,
  own_format boolean NOT NULL DEFAULT false,
  columns jsonb NOT NULL DEFAULT '[]',
  mapping jsonb,
  filter jsonb,
  -- Of an export: the columns of its sheet, and the product written last.
  heading jsonb,
  after uuid,
  problem text,
  problem_line integer,
  -- Who works on it, and when they were last heard of.
  worker uuid,
  worker_seen_at timestamptz,
  queued_at timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz
);

-- One at a time.
CREATE UNIQUE INDEX transfers_running ON catalog.transfers ((true)) WHERE state = 'running';
CREATE INDEX transfers_queued ON catalog.transfers (queued_at) WHERE state = 'queued';
CREATE INDEX transfers_seller ON catalog.transfers (seller_id, id DESC);

CREATE TABLE catalog.transfer_parts (
  transfer_id uuid NOT NULL REFERENCES catalog.transfers ON DELETE CASCADE,
  part integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (transfer_id, part)
);

-- Parts are packed already, or read once: trying to pack them costs more than it saves.
ALTER TABLE catalog.transfer_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE catalog.transfer_rows (
  transfer_id uuid NOT NULL REFERENCES catalog.transfers ON DELETE CASCADE,
  line integer NOT NULL,
  sku text NOT NULL,
  name text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('created', 'updated', 'unchanged', 'refused')),
  column_name text,
  code text,
  reason text,
  changes jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (transfer_id, outcome, line)
);

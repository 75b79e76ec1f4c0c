-- What somebody asks another to agree to. The call itself is never kept whole: its input without secrets is what
-- people read, its keyed digest is what the call is held against when it comes.
CREATE TABLE access.approvals (
  id uuid PRIMARY KEY,
  operation text NOT NULL,
  digest bytea NOT NULL,
  input jsonb NOT NULL,
  reason text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'approved', 'declined', 'withdrawn', 'used', 'expired')),
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  -- Of the proposal while it is pending, of the approval once it is approved.
  expires_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  used_at timestamptz,
  CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (status NOT IN ('approved', 'declined', 'used') OR decided_by IS NOT NULL),
  CHECK ((used_at IS NOT NULL) = (status = 'used'))
);

CREATE INDEX approvals_operation ON access.approvals (operation, proposed_at DESC, id DESC);
CREATE INDEX approvals_proposer ON access.approvals (proposed_by, proposed_at DESC, id DESC);
CREATE INDEX approvals_open ON access.approvals (expires_at) WHERE status IN ('pending', 'approved');
CREATE INDEX approvals_age ON access.approvals (proposed_at);

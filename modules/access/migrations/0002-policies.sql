-- What is permitted and forbidden beyond roles, in Cedar.
CREATE TABLE access.policies (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT policies_name UNIQUE,
  description text NOT NULL,
  text text NOT NULL,
  enabled boolean NOT NULL,
  -- The template it was made from, and with what.
  template text,
  parameters jsonb,
  version integer NOT NULL DEFAULT 1,
  updated_by uuid,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Every wording that a policy has had, the present one too. Stays when the policy goes.
CREATE TABLE access.policy_versions (
  policy_id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  text text NOT NULL,
  enabled boolean NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (policy_id, version)
);

-- One row: whoever changes a policy holds it, and processes see by it whether what they know is the present state.
CREATE TABLE access.policy_revision (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  revision bigint NOT NULL
);

INSERT INTO access.policy_revision (revision) VALUES (1);

-- What was decided within the last day, counted, so that a new policy can be tried on it.
CREATE UNLOGGED TABLE access.decisions (
  digest bytea PRIMARY KEY,
  operation text NOT NULL,
  request jsonb NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('allow', 'deny', 'step_up', 'approval')),
  times bigint NOT NULL,
  last_at timestamptz NOT NULL
);

CREATE INDEX decisions_last_at ON access.decisions (last_at);

-- Operations are written in two parts: in one, they look like tables of another module.
INSERT INTO access.policies (id, name, description, text, enabled, template, parameters) VALUES
  ('01990000-0000-7000-8000-000000000101', 'Large refunds',
    'A refund above the amount, or of all that is left, waits until somebody else has agreed.',
    '@needs("step_up,approval")
forbid (principal is Staff, action == Action::"payments' || '.refundOrder", resource)
when { context has amount && context.amount > 50000 }
unless { context.fresh && context.approved };',
    true, 'large-refunds', '{"amount": 50000}'),
  ('01990000-0000-7000-8000-000000000102', 'Role grants',
    'Nobody makes somebody else one of the staff, or gives them a role, alone.',
    '@needs("step_up,approval")
forbid (
  principal is Staff,
  action in [Action::"identity' || '.assignRole", Action::"access.grantRole"],
  resource
)
when { !(context has granted_role && context.granted_role == "customer") }
unless { context.fresh && context.approved };',
    true, 'role-grants', '{}');

INSERT INTO access.policy_versions (policy_id, version, name, text, enabled)
  SELECT id, version, name, text, enabled FROM access.policies;

-- New members of staff need a second person too. A shop that has a policy of this template or name keeps its own.
INSERT INTO access.policies (id, name, description, text, enabled, template, parameters)
  SELECT '01990000-0000-7000-8000-000000000103', 'New staff',
    'Nobody invites somebody to the staff, or decides on a request for a role, alone.',
    '@needs("step_up,approval")
forbid (
  principal is Staff,
  action in [Action::"identity' || '.inviteStaff", Action::"identity' || '.decideRoleRequest"],
  resource
)
unless { context.fresh && context.approved };',
    true, 'new-staff', '{}'
  WHERE NOT EXISTS (SELECT FROM access.policies WHERE template = 'new-staff')
  ON CONFLICT (name) DO NOTHING;

INSERT INTO access.policy_versions (policy_id, version, name, text, enabled)
  SELECT id, version, name, text, enabled FROM access.policies
  WHERE id = '01990000-0000-7000-8000-000000000103';

UPDATE access.policy_revision SET revision = revision + 1;

import type { Facts } from '../domain/facts.ts'

export const NOW = Date.parse('2026-01-15T12:00:00.000Z')

/** A shop where everything is as it should be. */
export const sound: Facts = {
  now: NOW,
  people: {
    staff: 4,
    staff_with_second_factor: 4,
    staff_with_passkey: 4,
    super_admins: 2,
    invitations_lapsed: 0,
    staff_locked: 0,
    customers_locked: 3,
    staff_passwords_disabled: 0,
    customer_passwords_disabled: 0,
    staff_sessions: 3,
    staff_sessions_idle: 0,
    signing_key_created_at: '2026-01-01T12:00:00.000Z',
  },
  powers: {
    keys_active: 2,
    keys_stale: 0,
    keys_old: 0,
    keys_without_network: 0,
    policies_enabled: 3,
    policy_errors: 0,
    policy_gaps: [],
    full_power_roles: 1,
    assignments_without_end: 0,
    approvals_waiting: 0,
  },
  signals: {
    failed_sign_ins: [8, 7, 9, 8],
    lockouts: [0, 1, 0, 0],
    token_reuse: [0, 0, 0, 0, 0, 0, 0, 5],
  },
  trail: {
    state: 'intact',
    entries: 1_000,
    checkpoints: 12,
    proven_until: '2026-01-15T11:30:00.000Z',
    first_bad_position: null,
  },
  warnings: 0,
  packages: { packages: 400, problems: [] },
  settings: {
    public_url: 'https://shop.example',
    host: '127.0.0.1',
    trust_proxy: ['127.0.0.1'],
    sandbox_payments: false,
    sends_mail: true,
  },
}

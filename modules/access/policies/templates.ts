/** A parameter as it is asked for, and as it is given. */
export type ParameterKind = 'money' | 'networks' | 'countries' | 'hours' | 'text' | 'number'
export type ParameterValue = string | number | string[]
export type ParameterValues = Record<string, ParameterValue>

export type Parameter = {
  readonly name: string
  readonly title: string
  readonly kind: ParameterKind
  readonly default: ParameterValue | null
}

/** Reads what a template was given; every value it answers is safe to write into a policy. */
export type Given = {
  /** A whole number, not negative. */
  number(name: string): string
  /** A Cedar set of texts. */
  texts(name: string): string
  /** A Cedar text. */
  text(name: string): string
  /** A condition that it is between two hours of the day. */
  hours(name: string): string
  /** A condition that the caller's address lies in one of the networks. */
  inNetworks(name: string): string
}

export type Template = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly write: (given: Given) => string
}

// Signing in and out, and the account's own factors: who is kept from these can never prove more.
const OWN_ACCOUNT = '[Action::"identity:enrol", Action::"identity:self"]'
const OFFICE: Parameter = {
  name: 'networks',
  title: 'Networks of the office',
  kind: 'networks',
  default: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8'],
}

/** Conditional access in ready-made sentences. */
export const templates: readonly Template[] = [
  {
    name: 'passkey-outside-office',
    title: 'Staff need a passkey from outside the office',
    description:
      'From other networks, a session of the staff works only if it was opened or renewed with a passkey.',
    parameters: [OFFICE],
    write: (given) => `forbid (principal is Staff, action, resource)
unless {
  context.factors.contains("passkey") ||
  ${given.inNetworks('networks')} ||
  action in ${OWN_ACCOUNT}
};`,
  },
  {
    name: 'large-refunds',
    title: 'Large refunds need a fresh proof and a second person',
    description: 'A refund above the amount, or of all that is left, waits until somebody else has agreed.',
    parameters: [{ name: 'amount', title: 'Above', kind: 'money', default: 50_000 }],
    write: (given) => `@needs("step_up,approval")
forbid (principal is Staff, action == Action::"payments.refundOrder", resource)
when { context has amount && context.amount > ${given.number('amount')} }
unless { context.fresh && context.approved };`,
  },
  {
    name: 'role-grants',
    title: 'Giving roles needs a second person',
    description: 'Nobody makes somebody else one of the staff, or gives them a role, alone.',
    parameters: [],
    write: () => `@needs("step_up,approval")
forbid (
  principal is Staff,
  action in [Action::"identity.assignRole", Action::"access.grantRole"],
  resource
)
when { !(context has granted_role && context.granted_role == "customer") }
unless { context.fresh && context.approved };`,
  },
  {
    name: 'new-staff',
    title: 'New members of staff need a second person',
    description: 'Nobody invites somebody to the staff, or decides on a request for a role, alone.',
    parameters: [],
    write: () => `@needs("step_up,approval")
forbid (
  principal is Staff,
  action in [Action::"identity.inviteStaff", Action::"identity.decideRoleRequest"],
  resource
)
unless { context.fresh && context.approved };`,
  },
  {
    name: 'rule-changes',
    title: 'Changing rules needs a second person',
    description:
      'Nobody changes or removes a policy, or what a role may do, alone: one person could undo all others otherwise.',
    parameters: [],
    write: () => `@needs("step_up,approval")
forbid (
  principal is Staff,
  action in [
    Action::"access.updatePolicy", Action::"access.deletePolicy",
    Action::"access.updateRole", Action::"access.addPermissions"
  ],
  resource
)
unless { context.fresh && context.approved };`,
  },
  {
    name: 'quiet-hours',
    title: 'No exports and no changes of roles at night',
    description: 'Between two hours of the day, in UTC, nobody takes data out or changes what people may do.',
    parameters: [{ name: 'hours', title: 'From and to', kind: 'hours', default: ['22', '6'] }],
    write: (given) => `forbid (
  principal is Staff,
  action in [
    Action::"audit:export", Action::"access:manage", Action::"access:grant",
    Action::"identity.assignRole", Action::"identity.inviteStaff", Action::"identity.decideRoleRequest"
  ],
  resource
)
when { ${given.hours('hours')} };`,
  },
  {
    name: 'staff-countries',
    title: 'Staff only from listed countries',
    description:
      'Local networks belong to no country and stay open. An address whose country is unknown does too.',
    parameters: [{ name: 'countries', title: 'Countries', kind: 'countries', default: ['DE', 'AT', 'CH'] }],
    write: (given) => `forbid (principal is Staff, action, resource)
when { context has country && !${given.texts('countries')}.contains(context.country) };`,
  },
  {
    name: 'unknown-devices-read',
    title: 'Unknown devices may only read',
    description: 'The first session on a device changes nothing but the account’s own factors and sessions.',
    parameters: [],
    write: () => `forbid (principal is Staff, action in Action::"changing", resource)
unless { context.device_known || action in ${OWN_ACCOUNT} };`,
  },
  {
    name: 'high-risk-reads',
    title: 'Sessions of high risk may only read',
    description:
      'A session whose sign-in looked unusual changes nothing but the account’s own factors and sessions.',
    parameters: [],
    write: () => `forbid (principal is Staff, action in Action::"changing", resource)
when { context.risk == "high" }
unless { action in ${OWN_ACCOUNT} };`,
  },
  {
    name: 'role-may-not',
    title: 'One operation is closed to a role',
    description: 'Whatever else the role permits.',
    parameters: [
      { name: 'role', title: 'Role', kind: 'text', default: 'sales_manager' },
      { name: 'operation', title: 'Operation', kind: 'text', default: 'payments.refundOrder' },
    ],
    write: (given) => `forbid (principal is Staff, action == Action::${given.text('operation')}, resource)
when { context.roles.contains(${given.text('role')}) };`,
  },
]

/** The fields of policies: templates and their parameters, and the request to try them on. */
export const policyForms = {
  templates: {
    'passkey-outside-office': {
      title: 'Staff need a passkey from outside the office',
      text: 'From other networks, a session of the staff works only if it was opened or renewed with a passkey.',
    },
    'large-refunds': {
      title: 'Large refunds need a fresh proof and a second person',
      text: 'A refund above the amount, or of all that is left, waits until somebody else has agreed.',
    },
    'role-grants': {
      title: 'Giving roles needs a second person',
      text: 'Nobody makes somebody else one of the staff, or gives them a role, alone.',
    },
    'new-staff': {
      title: 'New members of staff need a second person',
      text: 'Nobody invites somebody to the staff, or decides on a request for a role, alone.',
    },
    'rule-changes': {
      title: 'Changing rules needs a second person',
      text: 'Nobody changes or removes a policy, or what a role may do, alone: one person could undo all others otherwise.',
    },
    'quiet-hours': {
      title: 'No exports and no changes of roles at night',
      text: 'Between two hours of the day, in UTC, nobody takes data out or changes what people may do.',
    },
    'staff-countries': {
      title: 'Staff only from listed countries',
      text: 'Local networks belong to no country and stay open. An address whose country is unknown does too.',
    },
    'unknown-devices-read': {
      title: 'Unknown devices may only read',
      text: 'The first session on a device changes nothing but the account’s own factors and sessions.',
    },
    'high-risk-reads': {
      title: 'Sessions of high risk may only read',
      text: 'A session whose sign-in looked unusual changes nothing but the account’s own factors and sessions.',
    },
    'role-may-not': {
      title: 'One operation is closed to a role',
      text: 'Whatever else the role permits.',
    },
  },
  parameters: {
    amount: 'Above',
    countries: 'Countries',
    hours: 'From and to, in UTC',
    networks: 'Networks of the office',
    operation: 'Operation',
    role: 'Role',
  },
  from: 'From',
  to: 'To',
  linesHint: 'One a line, such as 203.0.113.0/24.',
  countriesHint: 'Where staff may work from.',
  addCountry: 'Add a country',
  removeCountry: 'Remove {{country}}',
  wrong: {
    money: 'Write an amount such as 500.',
    networks: 'Name at least one network.',
    countries: 'Choose at least one country.',
    hours: 'Choose two hours.',
    text: 'This cannot be empty.',
    number: 'Write a whole number.',
  },
  who: 'Who',
  guest: 'Guest',
  operation: 'Does what',
  amount: 'Amount',
  at: 'When',
  ip: 'From the address',
  country: 'From the country',
  unknown: 'Not known',
  proven: 'Proven in this session',
  factor: {
    password: 'Password',
    totp: 'Authenticator app',
    passkey: 'Passkey',
    external: 'Another provider',
  },
  circumstances: 'Circumstances',
  flag: {
    device_known: 'The device is known',
    fresh: 'Proven again just now',
    approved: 'Somebody else has agreed',
  },
  risk: 'Risk of the sign-in',
  risks: { low: 'Low', medium: 'Medium', high: 'High' },
}

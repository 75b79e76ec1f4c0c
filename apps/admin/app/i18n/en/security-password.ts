export const securityPassword = {
  title: 'Password',
  lead: 'Beside your second factor 8 characters are enough. A change signs you out everywhere else.',
  change: 'Change password',
  changed: 'Your password is changed. All other sessions have ended.',
}

export const enSecurityPassword = {
  title: 'Password',
  lead: 'A change signs you out everywhere else.',
  leadShort: 'Beside your second factor 8 characters are enough. A change signs you out everywhere else.',
  newPassword: 'New password',
  change: 'Change password',
  changed: 'Your password is changed. All other sessions have ended.',
  tooShort: 'Use 15 characters or more. 8 are enough beside a second factor.',
}

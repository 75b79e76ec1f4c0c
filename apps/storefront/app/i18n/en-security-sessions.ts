export const enSecuritySessions = {
  title: 'Where you are signed in',
  lead: 'If you do not know one of these, end it and change your password.',
  endAll: 'Sign out everywhere',
}

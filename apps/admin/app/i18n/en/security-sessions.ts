export const securitySessions = {
  title: 'Where you are signed in',
  endAll: 'Sign out everywhere',
  endAllTitle: 'Sign out everywhere?',
  endAllText: 'End every session of this account, in all browsers and programs, this one too.',
}

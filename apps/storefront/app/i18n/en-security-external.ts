/** English for sign-ins of providers. */
export const enSecurityExternal = {
  title: 'Connected sign-ins',
  lead: 'Sign in here with an account that you have elsewhere. Your second factor is asked for all the same.',
  none: 'Nothing is connected.',
  or: 'or with another account',
  signIn: 'Continue with {{label}}',
  connect: 'Connect {{label}}',
  connected: 'Connected. You can sign in with it from now on.',
  removed: 'Disconnected. It opens your account no more.',
  goOnTitle: 'One more step',
  goOn: 'Continue to {{label}}',
  offerTitle: 'Connect {{label}}?',
  offer: 'You signed in there as {{email}} a moment ago. Connect it only if that was you.',
  accept: 'Connect',
  since: 'Connected on',
  lastUsed: 'last used',
  remove: 'Disconnect',
  signInAgain: 'Sign out and in again to do this: your account has no password to prove it with.',
  removeOf: 'Disconnect {{label}}',
  problem: {
    denied: 'You turned back before the sign-in was finished.',
    unavailable: 'This sign-in cannot be reached at the moment. Try again later, or choose another way.',
    expired: 'This sign-in took too long, or was begun in another browser. Begin again.',
    refused:
      'This sign-in opened nothing. If you have an account here, sign in the usual way and connect it under “Sign-in and security”.',
    unverified:
      'Your e-mail address is not confirmed there, so we cannot make an account of it. Confirm it there, or sign up here.',
    known:
      'There is an account with your e-mail address already. Sign in the usual way first; then you can connect both.',
    'too-many': 'Too many sign-ins were begun here. Wait a little and try again.',
    taken: 'This sign-in is connected to another account.',
    lastWayIn: 'This is the only way into your account. Set a password or add a passkey first.',
    gone: 'This is over already. Begin again.',
  },
}

export const securityPasskeys = {
  title: 'Passkeys',
  lead: 'Sign in with your fingerprint, your face or the PIN of your device, without a password. A passkey counts as two factors.',
  none: 'No passkey yet.',
  add: 'Add a passkey',
  added: 'The passkey “{{name}}” was added.',
  spare:
    'You have one passkey only. Add a second one or an authenticator app, so that a lost device does not lock you out.',
  addedOn: 'Added {{date}}',
  lastUsed: 'last used {{ago}}',
  neverUsed: 'not used yet',
  backedUp: 'Backed up',
  oneDevice: 'This device only',
  renameOf: 'Rename passkey {{name}}',
  renameTitle: 'Rename the passkey',
  name: 'Name',
  save: 'Save',
  remove: 'Remove',
  removeOf: 'Remove passkey {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeText:
    'It opens this account no more. Your device may go on offering it until you delete it there too.',
  signIn: 'Sign in with a passkey',
  or: 'or',
  unusable: 'This browser cannot make passkeys for this address.',
  known: 'This device has a passkey of this account already.',
  unsuited:
    'This device could not do it: a passkey must be able to check who you are, by PIN, finger or face.',
}

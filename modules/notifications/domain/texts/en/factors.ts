import type { Factor, FactorChange } from '../../account-facts.ts'

/** What happened to a way of signing in, as a sentence without its full stop. */
export const factorNews: Readonly<Record<Factor, Readonly<Record<FactorChange, string>>>> = {
  totp: {
    added: 'An authenticator app was added',
    removed: 'The authenticator app was removed',
    regenerated: 'The authenticator app was set up anew',
    used: 'The authenticator app was used',
    locked: 'The authenticator app was locked after wrong codes',
  },
  passkey: {
    added: 'A passkey was added',
    removed: 'A passkey was removed',
    regenerated: 'A passkey was set up anew',
    used: 'A passkey was used',
    locked: 'A passkey that may have been copied was refused',
  },
  backup_codes: {
    added: 'Backup codes were made',
    removed: 'The backup codes were removed',
    regenerated: 'New backup codes were made',
    used: 'A backup code was used',
    locked: 'The backup codes were locked after wrong tries',
  },
  external: {
    added: 'An external sign-in was linked',
    removed: 'An external sign-in was unlinked',
    regenerated: 'An external sign-in was linked anew',
    used: 'An external sign-in was used',
    locked: 'An external sign-in was locked after failed tries',
  },
}

import type { RoleName } from '../../account-facts.ts'
import type { AccountTexts } from '../letter.ts'

const roles: Readonly<Record<RoleName, string>> = {
  super_admin: 'an owner',
  admin: 'an administrator',
  manager: 'a manager',
  procurement_manager: 'a procurement manager',
  sales_manager: 'a sales manager',
  staff: 'a staff member',
  seller: 'a seller',
  customer: 'a customer',
}

export const signUp: Pick<AccountTexts, 'verify-email' | 'duplicate-registration' | 'role-decided'> = {
  'verify-email': (shop) => ({
    subject: `Confirm your e-mail address for ${shop}`,
    preview: 'The link works once, for 24 hours.',
    title: 'Confirm your e-mail address',
    opening: [`Confirm that this is your e-mail address to finish signing up at ${shop}.`],
    action: 'Confirm address',
    lifetime: 'The link works once, for 24 hours.',
    reason:
      'You get this mail because this address was used to sign up. If that was not you, ignore it: nothing happens.',
  }),
  'duplicate-registration': (shop) => ({
    subject: `You already have an account at ${shop}`,
    preview: 'Sign in instead of signing up again.',
    title: 'You already have an account',
    opening: [
      `Somebody tried to sign up at ${shop} with this address. You have an account already: sign in with the password you chose then.`,
    ],
    action: 'Sign in',
    closing: [
      'If it was not you, there is nothing to do. Nobody got into your account, and nothing was changed.',
    ],
    reason: 'You get this mail because an account with this address exists.',
  }),
  'role-decided': (shop, { role, approved }) => ({
    subject: approved ? `You are now ${roles[role]} at ${shop}` : `About the role you asked for at ${shop}`,
    preview: approved ? 'Sign in again to use it.' : 'Your account stays as it was.',
    title: approved ? 'Your new role is ready' : 'The role was not given',
    opening: approved
      ? [
          `You asked to be ${roles[role]} at ${shop}, and the shop has agreed.`,
          'Sign in again to use it. The first time, you set up a second step beside your password.',
        ]
      : [
          `You asked to be ${roles[role]} at ${shop}. The shop has decided against it.`,
          'Your account stays as it was, and you can go on using it.',
        ],
    action: 'Sign in',
    reason: `You get this mail because you asked ${shop} for a role.`,
  }),
}

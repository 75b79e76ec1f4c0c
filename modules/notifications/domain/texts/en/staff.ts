import type { AccountTexts } from '../letter.ts'

export const staff: Pick<AccountTexts, 'staff-invited' | 'recovery-allowed'> = {
  'staff-invited': (shop) => ({
    subject: `Your access to the back office of ${shop}`,
    preview: 'Set it up within 72 hours.',
    title: `Welcome to ${shop}`,
    opening: [
      `There is an account for you in the back office of ${shop}. To use it, choose a password and a second step such as a passkey.`,
    ],
    action: 'Set up your account',
    lifetime: 'The link works once, for 72 hours.',
    closing: ['Keep the link to yourself: whoever opens it first owns the account.'],
    reason: `You get this mail because somebody who runs ${shop} made an account for this address. If you do not know why, ignore it.`,
  }),
  'recovery-allowed': (shop) => ({
    subject: `Get back into the back office of ${shop}`,
    preview: 'An administrator has allowed you to set up your account anew.',
    title: 'Get back into your account',
    opening: [
      `An administrator has allowed you to set up your account in the back office of ${shop} anew: a new password and a new second step. What you had before stops working.`,
    ],
    action: 'Set up your account anew',
    lifetime: 'The link works once, for 24 hours.',
    closing: ['If you did not ask for it, do not open the link, and tell an administrator.'],
    reason: `You get this mail because you have an account in the back office of ${shop}.`,
  }),
}

import type { AccountTexts } from '../letter.ts'

export const privacy: Pick<AccountTexts, 'export-ready' | 'account-erased'> = {
  'export-ready': (shop) => ({
    subject: `Your data from ${shop} is ready`,
    preview: 'You can fetch it for seven days.',
    title: 'Your data is ready',
    opening: [
      `You asked for everything that ${shop} keeps about you. It is ready: one archive, with a file that says what is in it.`,
    ],
    action: 'Go to your data',
    lifetime: 'You can fetch it for seven days, signed in to your account. After that it is deleted.',
    closing: [
      'If you did not ask for it, choose a new password: somebody else is signed in to your account.',
    ],
    reason: `You get this mail because your data was asked for in your account at ${shop}.`,
  }),
  'account-erased': (shop) => ({
    subject: `Your account at ${shop} is erased`,
    preview: 'This is the last mail about it.',
    title: 'Your account is erased',
    opening: [
      `As you asked, your account at ${shop} is gone, and with it your sign-in, your addresses, your cart and your name on everything we keep.`,
      'Of orders you paid for, the figures and the address on the invoice stay for as long as the law wants them. Nobody uses them for anything else.',
    ],
    closing: ['This is the last mail about your account. Thank you for having been with us.'],
    reason: 'You get this mail because this was the address of the account. It is not kept any longer.',
  }),
}

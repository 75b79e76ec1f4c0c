import { momentText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'

type Names = 'password-reset-code' | 'password-changed' | 'password-disabled'

const reason = (shop: string): string =>
  `You get this mail because you have an account at ${shop} and this is about keeping it safe.`

export const passwords: Pick<AccountTexts, Names> = {
  'password-reset-code': (shop) => ({
    subject: `Your code for a new password at ${shop}`,
    preview: 'The code works once, for 10 minutes.',
    title: 'Your code for a new password',
    opening: [
      `Somebody, hopefully you, wants to choose a new password at ${shop}. Type this code into the page that asks for it.`,
    ],
    lifetime: 'The code works once, for 10 minutes.',
    closing: [
      'Tell it to nobody, not even to us. If you did not ask for it, do nothing: your password stays as it is.',
    ],
    reason: `You get this mail because somebody gave this address to choose a new password at ${shop}.`,
  }),
  'password-changed': (shop, { at }) => ({
    subject: `Your password at ${shop} was changed`,
    preview: 'If that was not you, choose a new one now.',
    title: 'Your password was changed',
    opening: [
      `The password of your account at ${shop} was changed on ${momentText(at, 'en')}.`,
      'If that was you, there is nothing to do. If it was not, somebody else knows how to get in: choose a new password now.',
    ],
    action: 'Choose a new password',
    reason: reason(shop),
  }),
  'password-disabled': (shop) => ({
    subject: `Signing in with your password at ${shop} is switched off`,
    preview: 'There were too many wrong tries. One click switches it on again.',
    title: 'Your password is switched off for now',
    opening: [
      `Somebody has tried too many wrong passwords for your account at ${shop}. Nobody got in. To keep it so, the password alone opens nothing for now.`,
      'If you want to use it again, switch it on here. Passkeys and where you are signed in already are not affected.',
    ],
    action: 'Switch the password on again',
    lifetime: 'The link works once, for 24 hours.',
    closing: ['If you use this password elsewhere too, choose a new one.'],
    reason: reason(shop),
  }),
}

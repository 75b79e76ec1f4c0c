import { deviceText, momentText, placeText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'

type Names = 'new-device' | 'sign-in-code' | 'account-locked' | 'account-unlocked'

const reason = (shop: string): string =>
  `You get this mail because you have an account at ${shop} and this is about keeping it safe.`

export const signIn: Pick<AccountTexts, Names> = {
  'new-device': (shop, { device, place, at }) => ({
    subject: `New sign-in to your account at ${shop}`,
    preview: 'From a device that we had not seen before.',
    title: 'Was this you?',
    opening: [`Somebody signed in to your account at ${shop} from a device that we had not seen before.`],
    facts: [
      ['Device', deviceText(device, 'en') ?? 'Unknown'],
      ['Place', placeText(place, 'en') ?? 'Unknown'],
      ['Time', momentText(at, 'en')],
    ],
    action: 'This wasn’t me',
    lifetime:
      'If it was you, there is nothing to do. If not, tell us here: that session ends, and you choose a new password.',
    reason: reason(shop),
  }),
  'sign-in-code': (shop) => ({
    subject: `Your code to sign in at ${shop}`,
    preview: 'The code works once, for a few minutes.',
    title: 'Your code to sign in',
    opening: [`Type this code into the page of ${shop} that asks for it.`],
    lifetime: 'The code works once, for a few minutes.',
    closing: [
      'Tell it to nobody, not even to us. If you are not signing in just now, somebody knows your password: choose a new one.',
    ],
    reason: `You get this mail because somebody is signing in to your account at ${shop}.`,
  }),
  'account-locked': (shop, { reason: why }) => ({
    subject: `Your account at ${shop} was locked`,
    preview: 'Nobody can sign in to it for now, and every session has ended.',
    title: 'Your account was locked',
    opening: [
      why === 'risk'
        ? `We have seen signs that somebody else is trying to use your account at ${shop}. To protect you, we have locked it.`
        : `The team of ${shop} has locked your account.`,
      'Nobody can sign in to it for now, and every session has ended. Write to the shop if you want to use it again or think that this is a mistake.',
    ],
    action: 'How to reach us',
    reason: reason(shop),
  }),
  'account-unlocked': (shop) => ({
    subject: `Your account at ${shop} is open again`,
    preview: 'You can sign in as before.',
    title: 'Your account is open again',
    opening: [`Your account at ${shop} is not locked any more. You can sign in as before.`],
    action: 'Sign in',
    reason: reason(shop),
  }),
}

import { momentText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'
import { factorNews } from './factors.ts'

type Names = 'confirm-new-email' | 'confirm-email-change' | 'email-changed' | 'factor-changed'

export const changes: Pick<AccountTexts, Names> = {
  'confirm-new-email': (shop) => ({
    subject: `Confirm your new e-mail address for ${shop}`,
    preview: 'The change also waits for a yes from your old address.',
    title: 'Confirm your new e-mail address',
    opening: [
      `This address is to become the one of an account at ${shop}. Confirm that it is yours.`,
      'The change also waits for a yes from the old address: we have written there too.',
    ],
    action: 'Confirm address',
    lifetime: 'The link works once, for 24 hours.',
    reason:
      'You get this mail because this address was given for an account. If that was not you, ignore it: nothing happens.',
  }),
  'confirm-email-change': (shop, { at }) => ({
    subject: `Do you want to change your e-mail address at ${shop}?`,
    preview: 'Nothing changes without your yes.',
    title: 'Do you want to change your e-mail address?',
    opening: [
      `On ${momentText(at, 'en')} somebody who is signed in to your account at ${shop} asked to give it another e-mail address. Nothing changes until both addresses have said yes.`,
    ],
    action: 'Confirm or stop the change',
    lifetime: 'The link works once, for 24 hours.',
    closing: [
      'If it was not you, stop the change on that page, then choose a new password: somebody else is signed in to your account.',
    ],
    reason: `You get this mail because this is the address of your account at ${shop}.`,
  }),
  'email-changed': (shop, { at }) => ({
    subject: `Your e-mail address at ${shop} was changed`,
    preview: 'From now on you sign in with this address.',
    title: 'Your e-mail address was changed',
    opening: [
      `Since ${momentText(at, 'en')} this is the address of your account at ${shop}. From now on you sign in with it, and mails about your account come here.`,
    ],
    action: 'Sign in',
    reason: `You get this mail because this is the address of your account at ${shop}.`,
  }),
  'factor-changed': (shop, { factor, change, at }) => {
    const news = factorNews[factor][change]
    return {
      subject: `${news} for your account at ${shop}`,
      preview: 'If that was not you, choose a new password now.',
      title: news,
      opening: [
        `It happened on ${momentText(at, 'en')} for your account at ${shop}.`,
        'If that was you, there is nothing to do. If it was not, choose a new password now and look through how your account can be opened.',
      ],
      action: 'Choose a new password',
      reason: `You get this mail because you have an account at ${shop} and this is about keeping it safe.`,
    }
  },
}

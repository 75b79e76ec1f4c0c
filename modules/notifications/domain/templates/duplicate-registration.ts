import { button, framed, paragraph, type Shop } from '../frame.ts'
import type { Mail } from '../mail.ts'

/** Tells the owner of an account that somebody signed up with its address. The page said nothing of it. */
export function duplicateRegistration(shop: Shop): Mail {
  const what = `Somebody tried to sign up at ${shop.name} with this address. You have an account already: sign in with the password you chose then.`
  const calm =
    'If it was not you, there is nothing to do. Nobody got into your account, and nothing was changed.'
  return framed(shop, {
    subject: `You already have an account at ${shop.name}`,
    preview: 'Sign in instead of signing up again.',
    title: 'You already have an account',
    body: [paragraph(what), paragraph(calm), button('Sign in', shop.links.signIn)],
    reason: 'You get this mail because an account with this address exists.',
    text: [what, shop.links.signIn, calm],
  })
}

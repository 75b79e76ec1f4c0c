import { button, framed, paragraph, plainLink, type Shop } from '../frame.ts'
import type { Mail } from '../mail.ts'

/**
 * Asks to confirm an address. It carries nothing that was typed in at sign-up: anybody can type in anybody's
 * address, and must not be able to write to them through the shop.
 */
export function verifyEmail(shop: Shop, content: { readonly token: string }): Mail {
  const url = shop.links.verifyEmail(content.token)
  const ask = `Confirm that this is your e-mail address to finish signing up at ${shop.name}.`
  const note = 'The link works once, for 24 hours.'
  return framed(shop, {
    subject: `Confirm your e-mail address for ${shop.name}`,
    preview: note,
    title: 'Confirm your e-mail address',
    body: [
      paragraph(ask),
      button('Confirm address', url),
      plainLink(`${note} If the button does not work:`, url),
    ],
    reason:
      'You get this mail because this address was used to sign up. If that was not you, ignore it: nothing happens.',
    text: [ask, url, note],
  })
}

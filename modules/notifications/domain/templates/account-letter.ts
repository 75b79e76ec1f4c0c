import { button, codeBlock, codeText, factList, note, paragraph, plainLink } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Html } from '../html.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail.ts'
import type { Letter } from '../texts/letter.ts'
import { textsOf } from '../texts/texts-of.ts'

/** What the reader is to do something with. */
export type Handle =
  | { readonly kind: 'none' }
  /** A page that anybody may open. */
  | { readonly kind: 'page'; readonly url: string }
  /** A link that carries a one-time token. */
  | { readonly kind: 'token'; readonly url: string }
  /** A code to type in. */
  | { readonly kind: 'code'; readonly code: string }

/**
 * Sets a letter about an account. It carries nothing that was typed in by others than staff: anybody can type in
 * anybody's address, and must not be able to write to them through the shop.
 */
export function accountLetter(shop: Shop, language: Language, letter: Letter, handle: Handle): Mail {
  const { subject, preview, title, opening, facts, closing = [], reason } = letter
  const handled = handleOf(letter, handle, language)
  return framed(shop, language, {
    subject,
    preview,
    title,
    body: [
      ...opening.map(paragraph),
      ...(facts === undefined ? [] : [factList(facts)]),
      ...handled.html,
      ...closing.map(paragraph),
      ...handled.foot,
    ],
    reason,
    text: [
      ...opening,
      ...(facts === undefined ? [] : [facts.map(([label, value]) => `${label}: ${value}`).join('\n')]),
      ...handled.text,
      ...closing,
    ],
  })
}

type Handled = {
  readonly html: readonly Html[]
  readonly foot: readonly Html[]
  readonly text: readonly string[]
}

function handleOf({ action, lifetime }: Letter, handle: Handle, language: Language): Handled {
  const lasting = lifetime === undefined ? [] : [lifetime]
  switch (handle.kind) {
    case 'none':
      return { html: lasting.map(note), foot: [], text: lasting }
    case 'code':
      return {
        html: [codeBlock(handle.code), ...lasting.map(note)],
        foot: [],
        text: [`    ${codeText(handle.code)}`, ...lasting],
      }
    case 'page':
    case 'token': {
      const label = action ?? handle.url
      return {
        html: [button(label, handle.url), ...lasting.map(note)],
        // Only where no other page leads to the same: a link with a token is the only one of its kind.
        foot: handle.kind === 'token' ? [plainLink(textsOf(language).noButton, handle.url)] : [],
        text: [`${label}: ${handle.url}`, ...lasting],
      }
    }
  }
}

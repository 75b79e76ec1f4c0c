import type { Money } from '@rampart/platform/money/money.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import type { Links } from './links.ts'
import { oneLine } from './mail.ts'
import { pictureOf, type Picture } from './picture.ts'
import { textsOf } from './texts/texts-of.ts'
import { moneyText } from './words.ts'

type Item = {
  readonly product: {
    readonly slug: string
    readonly name: string
    readonly price: Money
    /** In other currencies. */
    readonly prices?: readonly { readonly price: Money }[] | undefined
    readonly picture: Picture | null
  }
  readonly reason: { readonly type: string; readonly product: { readonly name: string } | null }
}

/** What else there is for whoever ordered, each with why it is shown. */
export type Suggestions = { readonly kind: string; readonly items: readonly Item[] }

/** The first of them that are for sale in a currency, at their prices in it; null where none is. */
export function pricedIn(currency: string, { kind, items }: Suggestions, most: number): Suggestions | null {
  const priced = items.flatMap(({ product, reason }) => {
    const offers = [product, ...(product.prices ?? [])]
    const offer = offers.find(({ price }) => price.currency === currency)
    return offer === undefined ? [] : [{ product: { ...product, price: offer.price }, reason }]
  })
  return priced.length === 0 ? null : { kind, items: priced.slice(0, most) }
}

/** The suggestions under their heading, each with a picture, a price and a reason. */
export function suggestionRows({ kind, items }: Suggestions, links: Links, language: Language): Html {
  return html`<h2
      class="ink"
      style="margin:32px 0 0;padding:0 0 12px;color:#1b1a17;font-size:18px;line-height:1.3;font-weight:600"
    >
      ${titleOf(kind, language)}
    </h2>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      ${items.map((item) => row(item, links, language))}
    </table>`
}

/** The same in plain text. */
export function suggestionText({ kind, items }: Suggestions, links: Links, language: Language): string {
  const lines = items.map((item) => {
    const { name, price, slug } = item.product
    const reason = reasonOf(item, language)
    return `${oneLine(name)}  ${moneyText(price, language)}${reason === '' ? '' : `\n${reason}`}\n${links.product(slug)}`
  })
  return [`${titleOf(kind, language)}:`, ...lines].join('\n\n')
}

function row(item: Item, links: Links, language: Language): Html {
  const { slug, name, price, picture } = item.product
  const url = links.product(slug)
  return html`<tr>
    <td class="line" width="64" valign="top" style="padding:16px 16px 16px 0;border-top:1px solid #e6e2db">
      ${pictureOf(picture, links)}
    </td>
    <td class="line" valign="top" style="padding:16px 0;border-top:1px solid #e6e2db">
      <a class="link" href="${url}" style="color:#1b513e;font-size:15px;line-height:1.4;font-weight:500"
        >${name}</a
      ><br />
      <span class="muted" style="color:#6d675d;font-size:14px;line-height:1.5"
        >${reasonOf(item, language)}</span
      >
    </td>
    <td
      class="line ink"
      align="right"
      valign="top"
      style="padding:16px 0 16px 16px;border-top:1px solid #e6e2db;color:#1b1a17;font-size:15px;white-space:nowrap"
    >
      ${moneyText(price, language)}
    </td>
  </tr>`
}

function titleOf(kind: string, language: Language): string {
  const { titles } = textsOf(language).order.suggestions
  return kind in titles ? titles[kind as keyof typeof titles] : titles.for_you
}

function reasonOf({ reason }: Item, language: Language): string {
  const words = textsOf(language).order.suggestions
  if (reason.type === 'popular') return words.popular
  if (reason.type === 'new') return words.fresh
  if (reason.product === null || !(reason.type in words.reasons)) return ''
  return words.reasons[reason.type as keyof typeof words.reasons](oneLine(reason.product.name))
}

import type { Money } from '@rampart/platform/money/money.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import type { Links } from './links.ts'
import { pictureOf, type Picture } from './picture.ts'
import { textsOf } from './texts/texts-of.ts'
import { moneyText } from './words.ts'

type Item = {
  readonly id: string
  readonly product_name: string
  readonly options: Readonly<Record<string, string>>
  readonly quantity: number
  readonly line_total: Money
  readonly picture: Picture | null
  /** Not all of it was there when it was ordered. */
  readonly ships_later?: boolean | undefined
}

/** The part of an order that mails show. */
export type OrderLines = {
  readonly items: readonly Item[]
  readonly subtotal: Money
  readonly shipping_total: Money
  readonly total: Money
  readonly shipping_method: { readonly name: string }
}

/** The same lines without a word on what was not there: in mails about what is sent or does not come. */
export function withoutLater<Order extends OrderLines>(order: Order): Order {
  return { ...order, items: order.items.map(({ ships_later: _later, ...item }) => item) }
}

/** What was ordered, with pictures and totals. */
export function orderTable(order: OrderLines, links: Links, language: Language): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:24px">
      ${order.items.map((item) => itemRow(item, links, language))}
    </table>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:8px">
      ${totals(order, language).map(([label, value], index, all) => totalRow(label, value, index === all.length - 1))}
    </table>`
}

/** The same in plain text. */
export function orderText(order: OrderLines, language: Language): string {
  const items = order.items.map((item) => {
    const options = optionsOf(item)
    return `${item.quantity} × ${item.product_name}${options === '' ? '' : ` (${options})`}  ${moneyText(item.line_total, language)}${item.ships_later ? `\n${textsOf(language).order.shipsLater}` : ''}`
  })
  return [...items, '', ...totals(order, language).map(([label, value]) => `${label}: ${value}`)].join('\n')
}

function totals(order: OrderLines, language: Language): readonly (readonly [string, string])[] {
  const words = textsOf(language).order
  return [
    [words.subtotal, moneyText(order.subtotal, language)],
    [words.shipping(order.shipping_method.name), moneyText(order.shipping_total, language)],
    [words.total, moneyText(order.total, language)],
  ]
}

function optionsOf(item: Item): string {
  return Object.values(item.options).join(', ')
}

function itemRow(item: Item, links: Links, language: Language): Html {
  const quantity = textsOf(language).order.quantity(item.quantity)
  const options = optionsOf(item)
  return html`<tr>
    <td class="line" width="64" valign="top" style="padding:16px 16px 16px 0;border-top:1px solid #e6e2db">
      ${pictureOf(item.picture, links)}
    </td>
    <td class="line" valign="top" style="padding:16px 0;border-top:1px solid #e6e2db">
      <span class="ink" style="color:#1b1a17;font-size:15px;line-height:1.4;font-weight:500"
        >${item.product_name}</span
      ><br />
      <span class="muted" style="color:#6d675d;font-size:14px;line-height:1.5"
        >${options === '' ? quantity : `${options} · ${quantity}`}</span
      >
      ${
        item.ships_later
          ? html`<br /><span class="muted" style="color:#6d675d;font-size:14px;line-height:1.5"
                >${textsOf(language).order.shipsLater}</span
              >`
          : null
      }
    </td>
    <td
      class="line ink"
      align="right"
      valign="top"
      style="padding:16px 0 16px 16px;border-top:1px solid #e6e2db;color:#1b1a17;font-size:15px;white-space:nowrap"
    >
      ${moneyText(item.line_total, language)}
    </td>
  </tr>`
}

function totalRow(label: string, value: string, last: boolean): Html {
  const weight = last ? '600' : '400'
  return html`<tr>
    <td
      class="${last ? 'line ink' : 'muted'}"
      style="padding:${last ? '12px 0 0' : '4px 0'};color:${last ? '#1b1a17' : '#57524a'};font-size:15px;font-weight:${weight}"
    >
      ${label}
    </td>
    <td
      class="${last ? 'line ink' : 'muted'}"
      align="right"
      style="padding:${last ? '12px 0 0' : '4px 0'};color:${last ? '#1b1a17' : '#57524a'};font-size:15px;font-weight:${weight};white-space:nowrap"
    >
      ${value}
    </td>
  </tr>`
}

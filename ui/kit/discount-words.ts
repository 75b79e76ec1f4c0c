import { formatMoney } from './money.ts'

type Gain =
  | { readonly code: 'percentage_off'; readonly facts: { percent_bp: number; at_most_minor: number | null } }
  | { readonly code: 'amount_off_order'; readonly facts: { amount_minor: number } }
  | { readonly code: 'amount_off_each'; readonly facts: { amount_minor: number; pieces: number } }

/** Why something is cheaper, as the API answers it. */
export type DiscountExplanation =
  | Gain
  | {
      readonly code: 'pieces_reduced'
      readonly facts: { buy: number; get: number; pieces: number; percent_bp: number }
    }
  | {
      readonly code: 'tier_reached'
      readonly facts: { from_pieces: number | null; from_value_minor: number | null; gain: Gain }
    }
  | { readonly code: 'free_shipping'; readonly facts: { at_most_minor: number | null } }

/** Why a promotion or a code does nothing, as the API answers it. */
export type DiscountRefusal =
  | 'coupon_unknown'
  | 'coupon_used_up'
  | 'coupon_used_by_you'
  | 'coupon_needed'
  | 'not_started'
  | 'ended'
  | 'not_for_you'
  | 'not_in_currency'
  | 'not_in_cart'
  | 'minimum_not_reached'
  | 'not_combined'
  | 'nothing_left'

export type RefusalFacts = {
  readonly starts_at: string | null
  readonly ends_at: string | null
  readonly minimum_pieces: number | null
  readonly minimum_minor: number | null
}

/** How numbers, amounts and moments are written; `amount` is given minor units of the cart's currency. */
type Written = {
  readonly percent: (bp: number) => string
  readonly amount: (minor: number) => string
  readonly day: (iso: string) => string
}

/**
 * Why a line is cheaper, in a sentence without a full stop: "10 % off, at most €5.00".
 * `currency` is that of the cart; all amounts in the facts are its minor units.
 */
export function discountSentence(
  explanation: DiscountExplanation,
  { locale, currency }: { readonly locale: string; readonly currency: string },
): string {
  return explained(explanation, written(locale, currency), isGerman(locale))
}

function explained(explanation: DiscountExplanation, write: Written, german: boolean): string {
  switch (explanation.code) {
    case 'percentage_off': {
      const { percent_bp, at_most_minor: most } = explanation.facts
      const off = german ? `${write.percent(percent_bp)} Rabatt` : `${write.percent(percent_bp)} off`
      if (most === null) return off
      return german ? `${off}, höchstens ${write.amount(most)}` : `${off}, at most ${write.amount(most)}`
    }
    case 'amount_off_order': {
      const amount = write.amount(explanation.facts.amount_minor)
      return german ? `Anteil an ${amount} Rabatt` : `Share of ${amount} off`
    }
    case 'amount_off_each': {
      const { amount_minor, pieces } = explanation.facts
      const amount = write.amount(amount_minor)
      return german ? `${amount} Rabatt je Stück, ${pieces} Stück` : `${amount} off each of ${pieces}`
    }
    case 'pieces_reduced': {
      const { buy, get, pieces, percent_bp } = explanation.facts
      const free = percent_bp === 10_000
      if (german) {
        const reduced = free ? `${pieces} gratis` : `${pieces} um ${write.percent(percent_bp)} günstiger`
        return `Beim Kauf von ${buy} gibt es ${get} dazu: ${reduced}`
      }
      const reduced = free ? `${pieces} free` : `${pieces} at ${write.percent(percent_bp)} off`
      return `Buy ${buy}, get ${get}: ${reduced}`
    }
    case 'tier_reached': {
      const { from_pieces, from_value_minor, gain } = explanation.facts
      const value = from_value_minor === null ? '' : write.amount(from_value_minor)
      const pieces = String(from_pieces ?? 0)
      const from = from_pieces === null ? value : german ? `${pieces} Stück` : `${pieces} pieces`
      return `${explained(gain, write, german)} ${german ? 'ab' : 'from'} ${from}`
    }
    case 'free_shipping': {
      const { at_most_minor: most } = explanation.facts
      if (most === null) return german ? 'Kostenloser Versand' : 'Free shipping'
      return german ? `Versand bis ${write.amount(most)} gratis` : `Shipping free up to ${write.amount(most)}`
    }
  }
}

/** Why a code or a promotion does nothing, in a sentence to the buyer. */
export function refusalSentence(
  reason: DiscountRefusal,
  facts: RefusalFacts | null,
  { locale, currency }: { readonly locale: string; readonly currency: string },
): string {
  const german = isGerman(locale)
  const write = written(locale, currency)
  if (reason === 'not_started' && facts?.starts_at != null)
    return german
      ? `Gilt erst ab ${write.day(facts.starts_at)}.`
      : `Valid from ${write.day(facts.starts_at)} on.`
  if (reason === 'ended' && facts?.ends_at != null)
    return german ? `Galt bis ${write.day(facts.ends_at)}.` : `It ended on ${write.day(facts.ends_at)}.`
  if (reason === 'minimum_not_reached' && facts !== null) return minimum(facts, write, german)
  return refusals[german ? 'de' : 'en'][reason]
}

function minimum({ minimum_minor, minimum_pieces }: RefusalFacts, write: Written, german: boolean): string {
  const parts = [
    minimum_minor === null
      ? null
      : german
        ? `für ${write.amount(minimum_minor)}`
        : `for ${write.amount(minimum_minor)}`,
    minimum_pieces === null ? null : german ? `${minimum_pieces} Stück` : `${minimum_pieces} pieces`,
  ].filter((part) => part !== null)
  if (parts.length === 0) return refusals[german ? 'de' : 'en'].minimum_not_reached
  return german
    ? `Gilt erst, wenn Sie ${parts.join(' und ')} von den passenden Artikeln kaufen.`
    : `It needs ${parts.join(' and ')} of the articles that it is for.`
}

const refusals: Readonly<Record<'en' | 'de', Readonly<Record<DiscountRefusal, string>>>> = {
  en: {
    coupon_unknown: 'There is no such code.',
    coupon_used_up: 'This code has been used up.',
    coupon_used_by_you: 'You have used this code as often as it may be used.',
    coupon_needed: 'It needs a code.',
    not_started: 'It is not valid yet.',
    ended: 'It is over.',
    not_for_you: 'It is for other customers.',
    not_in_currency: 'It is not offered in this currency.',
    not_in_cart: 'Nothing in the cart is what it is for.',
    minimum_not_reached: 'Not enough of what it is for is in the cart.',
    not_combined: 'It does not go with another discount that saves more.',
    nothing_left: 'There is nothing left that it could take off.',
  },
  de: {
    coupon_unknown: 'Diesen Code gibt es nicht.',
    coupon_used_up: 'Dieser Code ist aufgebraucht.',
    coupon_used_by_you: 'Sie haben diesen Code so oft verwendet, wie es geht.',
    coupon_needed: 'Dafür braucht es einen Code.',
    not_started: 'Gilt noch nicht.',
    ended: 'Ist vorbei.',
    not_for_you: 'Gilt für andere Kunden.',
    not_in_currency: 'Gibt es in dieser Währung nicht.',
    not_in_cart: 'Nichts im Warenkorb gehört dazu.',
    minimum_not_reached: 'Dafür ist noch nicht genug im Warenkorb.',
    not_combined: 'Verträgt sich nicht mit einem anderen Rabatt, der mehr spart.',
    nothing_left: 'Es ist nichts mehr übrig, was es verbilligen könnte.',
  },
}

function isGerman(locale: string): boolean {
  return locale.startsWith('de')
}

function written(locale: string, currency: string): Written {
  return {
    percent: (bp) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000),
    amount: (minor) => formatMinor(minor, currency, locale),
    day: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso)),
  }
}

/** Minor units in the reader's own writing. ISO 4217 says how many digits; Intl knows them. */
export function formatMinor(minor: number, currency: string, locale: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const plain = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  const amount = minor < 0 ? `-${plain}` : plain
  return formatMoney({ amount, currency }, locale)
}

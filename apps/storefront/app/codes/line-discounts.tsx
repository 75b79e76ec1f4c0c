import { discountSentence, type DiscountExplanation } from '@rampart/kit/discount-words.ts'
import { formatMoney, type WireMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'

type LineDiscount = {
  name: string
  coupon: string | null
  amount: WireMoney
  explanation: DiscountExplanation
}

/** Why a line costs less, a line for each reason. */
export function LineDiscounts({ discounts }: { discounts: LineDiscount[] }) {
  const { locale } = useEnvironment()
  if (discounts.length === 0) return null
  return (
    <ul className="mt-1 text-sm text-success">
      {discounts.map(({ name, amount, explanation }) => (
        <li key={name}>
          {name}: {discountSentence(explanation, { locale, currency: amount.currency })}{' '}
          <span className="figures whitespace-nowrap">−{formatMoney(amount, locale)}</span>
        </li>
      ))}
    </ul>
  )
}

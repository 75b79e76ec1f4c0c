import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { refusalSentence } from '@rampart/kit/discount-words.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { formatMoney, type WireMoney } from '@rampart/kit/money.ts'
import type { Cart } from '../cart/types.ts'
import { useEnvironment } from '../environment.tsx'

type Card = {
  gift_card_id: string
  hint: string
  amount: WireMoney
  refused?: Cart['gift_cards'][number]['refused']
}

/** What was entered, each with its way out; and why one takes nothing off. Part of the form it stands in. */
export function EnteredCodes({
  coupons,
  giftCards,
  currency,
}: {
  coupons: Cart['coupons']
  giftCards: Card[]
  currency: string
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  if (coupons.length + giftCards.length === 0) return null
  return (
    <ul className="mt-4 space-y-2 border-t border-line pt-4">
      {coupons.map(({ code, refused, facts }) => (
        <Entered
          key={code}
          name={t('codes.coupon', { code })}
          value={code}
          problem={refused === null ? null : refusalSentence(refused, facts, { locale, currency })}
        />
      ))}
      {giftCards.map(({ gift_card_id, hint, amount, refused }) => (
        <Entered
          key={gift_card_id}
          name={t('codes.giftCard', { hint })}
          value={gift_card_id}
          amount={Number(amount.amount) > 0 ? `−${formatMoney(amount, locale)}` : null}
          problem={refused ? t(`codes.refused.${refused}`) : null}
        />
      ))}
    </ul>
  )
}

function Entered({
  name,
  value,
  amount = null,
  problem,
}: {
  name: string
  value: string
  amount?: string | null
  problem: string | null
}) {
  const { t } = useTranslation()
  return (
    <li className="text-sm">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</span>
        {amount === null ? null : <span className="figures">{amount}</span>}
        <button
          type="submit"
          name="remove_code"
          value={value}
          formNoValidate
          aria-label={t('codes.removeOf', { code: name })}
          className="-mr-2 grid size-9 place-items-center rounded-md text-ink-muted hover:bg-surface hover:text-ink"
        >
          <Icon icon={X} size="sm" />
        </button>
      </div>
      {problem === null ? null : <p className="text-warning">{problem}</p>}
    </li>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { api, type Money, type Order, type Return } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { newKey } from '../form/new-key.ts'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits, priceInput } from '../money/parse-price.ts'
import { choiceAmount, chosenParts, piecesBack, type RefundChoice } from '../orders/refund-choice.ts'
import { RefundLines } from '../orders/refund-lines.tsx'
import { useOrderCommand } from '../orders/use-order-command.ts'

/** Pieces of each line that arrived. */
function arrivedOf(given: Return): ReadonlyMap<string, number> {
  return new Map(given.lines.map((line) => [line.line_id, line.quantity - (line.inspection?.missing ?? 0)]))
}

function allOf(order: Order, arrived: ReadonlyMap<string, number>): RefundChoice {
  const pieces = order.items.map(({ id, quantity }) => [
    id,
    Math.min(arrived.get(id) ?? 0, quantity - piecesBack(order, id)),
  ])
  return { pieces: Object.fromEntries(pieces) as Record<string, number>, restock: {}, shipping: false }
}

/** Pays an inspected return: what arrived, at what was paid for it, or less. A return is paid once, whatever the key. */
export function RefundReturnDialog({
  given,
  order,
  onClose,
}: {
  given: Return
  order: Order
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const failureText = useFailureText()
  const arrived = arrivedOf(given)
  const [key, setKey] = useState(newKey)
  const [choice, setChoice] = useState(() => allOf(order, arrived))
  const [typed, setTyped] = useState('')
  const full = choiceAmount(order, choice)
  const { currency } = order.total
  const less = typed.trim() === '' ? null : parsePrice(typed, format.locale, priceDigits(currency))
  const wanted = typed.trim() === '' ? (full?.amount ?? null) : less
  const amount = wanted === null || Number(wanted) === 0 ? null : { amount: wanted, currency }
  const refund = useOrderCommand(
    (money: Money) =>
      api.payments.refundOrder(
        { order_id: order.id, return_id: given.id, amount: money, ...chosenParts(order, choice) },
        { idempotency_key: key },
      ),
    t('returns.done.refund'),
    onClose,
  )
  const errors = fieldErrorsOf(refund.error, {
    PAYMENTS_REFUND_TOO_LARGE: 'amount',
    PAYMENTS_BAD_AMOUNT: 'amount',
  })
  const submit = () => {
    if (amount === null) return
    refund.mutate(amount, {
      onError: (error) => {
        const { status } = toClientError(error)
        if (status >= 400 && status < 500) setKey(newKey())
      },
    })
  }
  const bad = typed.trim() !== '' && amount === null
  return (
    <FormDialog
      title={t('returns.act.refund')}
      description={t('returns.refundText')}
      submitLabel={amount ? t('orders.refundNow', { amount: format.money(amount) }) : t('returns.act.refund')}
      tone="danger"
      pending={refund.isPending}
      disabled={amount === null}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <RefundLines order={order} choice={choice} most={arrived} onChange={setChoice} />
      <PriceField
        label={t('returns.less')}
        optional={t('common.optional')}
        hint={t('returns.lessHint')}
        currency={currency}
        value={typed}
        error={
          bad
            ? t('orders.badAmount', { example: priceInput(full?.amount ?? '1.00', format.locale) })
            : errors.at('amount', failureText)
        }
        onChange={setTyped}
      />
    </FormDialog>
  )
}

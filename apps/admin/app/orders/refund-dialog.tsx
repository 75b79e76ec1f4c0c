import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Money, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { newKey } from '../form/new-key.ts'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits, priceInput } from '../money/parse-price.ts'
import { choiceAmount, chosenParts, nothingChosen } from './refund-choice.ts'
import { RefundLines } from './refund-lines.tsx'
import { useOrderCommand } from './use-order-command.ts'

/**
 * Pays back all or a part. Each opening has its own Idempotency-Key, so that a second press or a lost answer never
 * pays twice; only after the server has refused for good may the next press be a new request.
 */
export function RefundDialog({ order, left, onClose }: { order: Order; left: Money; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const failureText = useFailureText()
  const [key, setKey] = useState(newKey)
  const [how, setHow] = useState<'all' | 'lines' | 'part'>('all')
  const [choice, setChoice] = useState(nothingChosen)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  const parsed =
    how === 'all'
      ? left.amount
      : how === 'lines'
        ? (choiceAmount(order, choice)?.amount ?? null)
        : parsePrice(typed, format.locale, priceDigits(left.currency))
  const amount = parsed === null || Number(parsed) === 0 ? null : { amount: parsed, currency: left.currency }
  const refund = useOrderCommand(
    (money: Money) =>
      api.payments.refundOrder(
        {
          order_id: order.id,
          amount: money,
          ...(how === 'lines' ? chosenParts(order, choice) : {}),
          reason: reason.trim() || undefined,
        },
        { idempotency_key: key },
      ),
    t('orders.done.refund'),
    onClose,
  )
  const errors = fieldErrorsOf(refund.error, {
    PAYMENTS_REFUND_TOO_LARGE: 'amount',
    PAYMENTS_BAD_AMOUNT: 'amount',
  })
  const submit = () => {
    setTried(true)
    if (amount === null) return
    refund.mutate(amount, {
      onError: (error) => {
        const { status } = toClientError(error)
        if (status >= 400 && status < 500) setKey(newKey())
      },
    })
  }
  const amountError =
    tried && amount === null
      ? how === 'lines'
        ? t('orders.refundNothing')
        : t('orders.badAmount', { example: priceInput(left.amount, format.locale) })
      : errors.at('amount', failureText)
  return (
    <FormDialog
      title={t('orders.refundTitle', { number: order.number })}
      description={t('orders.refundLeft', { amount: format.money(left), total: format.money(order.total) })}
      submitLabel={amount ? t('orders.refundNow', { amount: format.money(amount) }) : t('orders.act.refund')}
      tone="danger"
      pending={refund.isPending}
      failure={errors.rest ? failureText(errors.rest) : how === 'part' ? null : (amountError ?? null)}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioCards
        legend={t('orders.refundHow')}
        name="refund"
        defaultValue="all"
        options={[
          { value: 'all', label: t('orders.refundAll'), aside: format.money(left) },
          { value: 'lines', label: t('orders.refundSome'), hint: t('orders.refundSomeHint') },
          { value: 'part', label: t('orders.refundPart') },
        ]}
        onChange={(value) => setHow(value === 'lines' || value === 'part' ? value : 'all')}
      />
      {how === 'lines' ? <RefundLines order={order} choice={choice} onChange={setChoice} /> : null}
      {how !== 'part' ? null : (
        <PriceField
          label={t('orders.amount')}
          currency={left.currency}
          value={typed}
          error={amountError}
          autoFocus
          onChange={setTyped}
        />
      )}
      <TextField
        label={t('orders.reason')}
        optional={t('common.optional')}
        hint={t('orders.refundReasonHint')}
        maxLength={300}
        value={reason}
        error={errors.at('reason', failureText)}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { newKey } from '../form/new-key.ts'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits } from '../money/parse-price.ts'
import type { GiftCard } from './gift-cards-query.ts'

/** Adds to a card or takes from it, with the reason. */
export function CorrectDialog({ card, onClose }: { card: GiftCard; onClose: () => void }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const failureText = useFailureText()
  const { currency } = card.balance
  const [direction, setDirection] = useState<'add' | 'take'>('take')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  // Of what is asked for now: another amount is another correction, a repeat after a time-out is not.
  const [key, setKey] = useState(newKey)
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setKey(newKey())
    }
  const correct = useChange(
    () =>
      api.pricing.correctGiftCard(
        {
          gift_card_id: card.id,
          direction,
          amount: { amount: parsePrice(amount, locale, priceDigits(currency)) ?? '0', currency },
          reason: reason.trim(),
        },
        { idempotency_key: key },
      ),
    onClose,
  )
  const errors = fieldErrorsOf(correct.error, {
    PRICING_BAD_AMOUNT: 'amount',
    PRICING_GIFT_CARD_SHORT: 'amount',
  })
  const at = (path: string) => errors.at(path, failureText)
  return (
    <FormDialog
      title={t('giftCards.correct')}
      submitLabel={t('giftCards.correct')}
      pending={correct.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => correct.mutate()}
      onClose={onClose}
    >
      <RadioCards
        legend={t('giftCards.direction')}
        name="direction"
        defaultValue={direction}
        options={[
          { value: 'take', label: t('giftCards.take') },
          { value: 'add', label: t('giftCards.add') },
        ]}
        onChange={changed((value: string) => setDirection(value === 'add' ? 'add' : 'take'))}
      />
      <PriceField
        label={t('giftCards.amount')}
        currency={currency}
        required
        value={amount}
        error={at('amount')}
        onChange={changed(setAmount)}
      />
      <ReasonField value={reason} error={at('reason')} onChange={changed(setReason)} />
    </FormDialog>
  )
}

/** Disables a card, or enables it again, with the reason. */
export function SwitchDialog({ card, onClose }: { card: GiftCard; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const active = card.status === 'disabled'
  const change = useChange(
    () => api.pricing.switchGiftCard({ gift_card_id: card.id, active, reason: reason.trim() }),
    onClose,
  )
  const errors = fieldErrorsOf(change.error)
  const label = t(active ? 'giftCards.enable' : 'giftCards.disable')
  return (
    <FormDialog
      title={label}
      description={t(active ? 'giftCards.enableText' : 'giftCards.disableText')}
      submitLabel={label}
      tone={active ? 'primary' : 'danger'}
      pending={change.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <ReasonField value={reason} error={errors.at('reason', failureText)} onChange={setReason} />
    </FormDialog>
  )
}

function useChange(change: () => Promise<unknown>, onClose: () => void) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      toast({ title: t('giftCards.saved') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['gift-cards'] }),
  })
}

function ReasonField({
  value,
  error,
  onChange,
}: {
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('giftCards.reason')}
      required
      minLength={3}
      maxLength={300}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits } from '../money/parse-price.ts'
import { useShopCurrencies } from '../money/use-shop-currency.ts'
import type { IssuedCard } from './gift-cards-query.ts'

/** A new gift card; its code is handed on, for there is no other time to see it. */
export function IssueDialog({
  onIssued,
  onClose,
}: {
  onIssued: (card: IssuedCard) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const failureText = useFailureText()
  const currencies = useShopCurrencies()
  const [chosen, setChosen] = useState('')
  const [amount, setAmount] = useState('')
  const [until, setUntil] = useState('')
  const [note, setNote] = useState('')
  const currency = chosen || (currencies[0] ?? '')
  const issue = useMutation({
    mutationFn: () =>
      api.pricing.issueGiftCard({
        amount: { amount: parsePrice(amount, locale, priceDigits(currency || null)) ?? '0', currency },
        // To the end of that day, by the reader's clock.
        expires_at: until === '' ? null : new Date(`${until}T23:59:59`).toISOString(),
        note: note.trim(),
      }),
    onSuccess: onIssued,
  })
  const errors = fieldErrorsOf(issue.error, {
    PRICING_BAD_AMOUNT: 'amount',
    PRICING_EXPIRES_TOO_SOON: 'expires_at',
  })
  const at = (path: string) => errors.at(path, failureText)
  return (
    <FormDialog
      title={t('giftCards.issue')}
      description={t('giftCards.issueText')}
      submitLabel={t('giftCards.issue')}
      pending={issue.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => issue.mutate()}
      onClose={onClose}
    >
      {currencies.length > 1 ? (
        <SelectField
          label={t('productPrices.currency')}
          value={currency}
          onChange={(event) => setChosen(event.target.value)}
        >
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
      ) : null}
      <PriceField
        label={t('giftCards.amount')}
        currency={currency || null}
        required
        autoFocus
        value={amount}
        error={at('amount')}
        onChange={setAmount}
      />
      <TextField
        label={t('giftCards.expires')}
        hint={t('giftCards.expiresHint')}
        optional={t('common.optional')}
        type="date"
        value={until}
        error={at('expires_at')}
        onChange={(event) => setUntil(event.target.value)}
      />
      <TextField
        label={t('giftCards.note')}
        hint={t('giftCards.noteHint')}
        optional={t('common.optional')}
        maxLength={300}
        value={note}
        error={at('note')}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}

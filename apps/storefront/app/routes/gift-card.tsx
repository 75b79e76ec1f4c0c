import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, data, useActionData, useNavigation } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { clientOf } from '../shop-context.ts'

/** Looks a card up. Its code is in the body alone, never in an address that is kept somewhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const code = String(form.get('code') ?? '')
    .trim()
    .slice(0, 60)
  if (code === '') return data({ problem: 'unknown' as const }, { status: 400 })
  try {
    return data({ card: await clientOf(context).pricing.getGiftCardBalance({ code }) })
  } catch (error) {
    const { status } = toClientError(error)
    if (status === 429) return data({ problem: 'tooMany' as const }, { status })
    if (status === 404 || status === 400) return data({ problem: 'unknown' as const }, { status })
    throw error
  }
}

export default function GiftCardPage() {
  const { t, i18n } = useTranslation()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : null
  const card = answer !== undefined && 'card' in answer ? answer.card : null
  return (
    <FormPage title={t('giftCard.title')} lead={t('giftCard.lead')}>
      <PageHead title={t('giftCard.title')} noIndex />
      {problem === 'tooMany' ? <Notice tone="danger">{t('giftCard.tooMany')}</Notice> : null}
      {card ? (
        <Notice
          tone={card.status === 'active' ? 'success' : 'info'}
          title={t('giftCard.balance', { amount: formatMoney(card.balance, i18n.language) })}
        >
          <p>{t('giftCard.card', { hint: card.hint })}</p>
          {card.status === 'active' ? null : <p>{t(`giftCard.status.${card.status}`)}</p>}
          {card.expires_at === null || card.status === 'expired' ? null : (
            <p>
              {t('giftCard.until')} <DateText value={card.expires_at} />
            </p>
          )}
        </Notice>
      ) : null}
      <ShopForm className="space-y-4">
        <TextField
          label={t('giftCard.code')}
          hint={t('giftCard.hint')}
          name="code"
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          error={problem === 'unknown' ? t('giftCard.unknown') : undefined}
        />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('giftCard.look')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}

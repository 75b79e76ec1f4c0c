import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { localPath } from '../local-path.ts'
import { needed, pageError } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const reasons = ['offensive', 'spam', 'personal_data', 'off_topic', 'other'] as const

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { reviews } = clientOf(context)
  const { title, text } = await needed(reviews.getReview({ review_id: params['reviewId'] ?? '' }), url)
  const back = localPath(url.searchParams.get('next'))
  return { title, text, back, done: url.searchParams.get('done') === '1' }
}

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const form = await request.formData()
  const reason = reasons.find((name) => name === form.get('reason')) ?? 'other'
  const note = String(form.get('note') ?? '')
  const review_id = params['reviewId'] ?? ''
  try {
    await clientOf(context).reviews.reportReview({ review_id, reason, note })
  } catch (error) {
    if (toClientError(error).code !== 'REVIEWS_OWN') throw pageError(error, url)
  }
  const next = localPath(url.searchParams.get('next'))
  return redirect(`/reviews/${encodeURIComponent(review_id)}/report?done=1&next=${encodeURIComponent(next)}`)
}

export default function ReviewReport() {
  const { t } = useTranslation()
  const { title, text, back, done } = useLoaderData<typeof loader>()
  const { state } = useNavigation()
  return (
    <>
      <PageHead title={t('reviews.reportTitle')} noIndex />
      <FormPage title={t('reviews.reportTitle')} lead={t('reviews.reportLead')}>
        {done ? (
          <>
            <Notice tone="success">{t('reviews.reported')}</Notice>
            <LinkButton href={back}>{t('reviews.back')}</LinkButton>
          </>
        ) : (
          <>
            <blockquote className="border-l-2 border-line pl-4 text-sm break-words text-ink-muted">
              {title ? <p className="font-medium">{title}</p> : null}
              <p className="line-clamp-6 whitespace-pre-line">{text}</p>
            </blockquote>
            <ShopForm className="space-y-6">
              <RadioCards
                legend={t('reviews.reason')}
                name="reason"
                required
                options={reasons.map((value) => ({ value, label: t(`reviews.reason_${value}`) }))}
              />
              <TextArea
                label={t('reviews.note')}
                optional={t('shell.optional')}
                name="note"
                maxLength={500}
              />
              <div className="flex gap-3">
                <Button type="submit" variant="primary" pending={state === 'submitting'}>
                  {t('reviews.reportSend')}
                </Button>
                <LinkButton href={back} variant="ghost">
                  {t('account.cancel')}
                </LinkButton>
              </div>
            </ShopForm>
          </>
        )}
      </FormPage>
    </>
  )
}

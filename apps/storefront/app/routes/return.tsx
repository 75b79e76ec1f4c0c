import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { Timeline } from '@rampart/kit/timeline.tsx'
import { useEnvironment } from '../environment.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { orderPath } from '../orders/order-path.ts'
import { needed, pageError } from '../page-errors.ts'
import { ReturnLabel } from '../returns/return-label.tsx'
import { ReturnLines } from '../returns/return-lines.tsx'
import { returnPath } from '../returns/return-path.ts'
import { ReturnStatusBadge } from '../returns/return-status.tsx'
import { clientOf } from '../shop-context.ts'

function asked({ params, url }: { params: Record<string, string | undefined>; url: URL }) {
  const token = url.searchParams.get('token')
  return { return_id: params['returnId'] ?? '', ...(token ? { token } : {}) }
}

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const wanted = asked({ params, url })
  const token = wanted.token ?? null
  return { back: await needed(clientOf(context).orders.getReturn(wanted), url), token }
}

export async function action({ context, params, url }: ActionFunctionArgs) {
  const wanted = asked({ params, url })
  try {
    const { order_id, id } = await clientOf(context).orders.cancelReturn(wanted)
    return redirect(returnPath(order_id, id, wanted.token ?? null))
  } catch (error) {
    if (toClientError(error).code === 'ORDERS_RETURN_STEP_NOT_ALLOWED')
      return data({ failed: true }, { status: 409 })
    throw pageError(error, url)
  }
}

export default function ReturnPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { back, token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const title = t('returns.title', { number: back.number })
  const amount = back.refunded === null ? '' : formatMoney(back.refunded, locale)
  return (
    <div className="page max-w-5xl pt-8">
      <PageHead title={title} noIndex />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-muted">
        <KitLink
          href={orderPath({ id: back.order_id, tracking_token: null }, { token })}
          className="underlined"
        >
          {t('returns.ofOrder', { number: back.order_number })}
        </KitLink>
        <DateText value={back.created_at} />
        <ReturnStatusBadge status={back.status} />
      </div>
      <h1 className="mt-2 text-4xl">{title}</h1>
      <p className="mt-3 max-w-prose text-ink-muted">{t(`returns.next_${back.status}`, { amount })}</p>
      {failed ? (
        <Notice tone="danger" className="mt-6">
          {t('returns.cancelFailed')}
        </Notice>
      ) : null}
      {back.status === 'approved' && back.ship_to !== null ? (
        <ReturnLabel number={back.number} order={back.order_number} address={back.ship_to} />
      ) : null}
      <div className="mt-8 grid gap-8 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <section className="min-w-0">
          <h2 className="mb-4 text-xl">{t('returns.lines')}</h2>
          <ReturnLines lines={back.lines} />
          {back.note ? (
            <div className="mt-6 text-sm">
              <h3 className="font-semibold">{t('returns.yourNote')}</h3>
              <p className="mt-1 break-words whitespace-pre-line text-ink-muted">{back.note}</p>
            </div>
          ) : null}
        </section>
        <div className="space-y-6 self-start rounded-lg bg-well p-6">
          <h2 className="text-sm font-semibold">{t('returns.progress')}</h2>
          <Timeline
            entries={back.history.toReversed().map((step, index) => ({
              key: `${step.status}-${step.occurred_at}`,
              title: t(`returns.status_${step.status}`),
              time: <DateText value={step.occurred_at} />,
              note: step.note === null ? null : <span className="whitespace-pre-line">{step.note}</span>,
              current: index === 0,
            }))}
          />
          {back.allowed_actions.includes('cancel') ? (
            <ShopForm>
              <Button type="submit" size="sm">
                {t('returns.cancel')}
              </Button>
            </ShopForm>
          ) : null}
        </div>
      </div>
    </div>
  )
}

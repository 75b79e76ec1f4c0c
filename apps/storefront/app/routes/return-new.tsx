import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { orderAsked } from '../orders/order-asked.ts'
import { orderPath } from '../orders/order-path.ts'
import { needed, pageError } from '../page-errors.ts'
import { wantedLines } from '../returns/read-request.ts'
import { ReturnFormLine } from '../returns/return-form-line.tsx'
import { returnPath } from '../returns/return-path.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const { orders } = clientOf(context)
  const asked = orderAsked({ params, url })
  const [order, { returnable }] = await Promise.all([
    needed(orders.getOrder(asked), url),
    needed(orders.listOrderReturns(asked), url),
  ])
  return { order, returnable, token: asked.token ?? null }
}

const told = {
  ORDERS_RETURN_TOO_MANY: 'tooMany',
  ORDERS_RETURN_PERIOD_OVER: 'periodOver',
  ORDERS_NOT_RETURNABLE: 'nothingLeft',
} as const

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  const asked = orderAsked({ params, url })
  const form = await request.formData()
  const lines = wantedLines(form)
  const note = String(form.get('note') ?? '').trim()
  if (lines.length === 0) return data({ problem: 'chooseSomething' as const }, { status: 400 })
  try {
    const begun = await clientOf(context).orders.requestReturn({
      ...asked,
      lines,
      ...(note === '' ? {} : { note }),
    })
    return redirect(returnPath(asked.order_id, begun.id, asked.token ?? null))
  } catch (error) {
    const { code, status } = toClientError(error)
    if (code in told) return data({ problem: told[code as keyof typeof told] }, { status })
    throw pageError(error, url)
  }
}

export default function NewReturnPage() {
  const { t } = useTranslation()
  const { order, returnable, token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  const back = orderPath(order, { token })
  const most = new Map(returnable.map(({ line_id, quantity }) => [line_id, quantity]))
  return (
    <>
      <PageHead title={t('returns.formTitle')} noIndex />
      <FormPage title={t('returns.formTitle')} lead={t('returns.formLead', { number: order.number })}>
        {failed ? <Notice tone="danger">{t(`returns.${failed.problem}`)}</Notice> : null}
        {returnable.length === 0 ? (
          <>
            <Notice tone="info">{t('returns.nothingLeft')}</Notice>
            <LinkButton href={back}>{t('returns.back')}</LinkButton>
          </>
        ) : (
          <ShopForm className="space-y-6">
            <ul className="divide-y divide-line border-y border-line">
              {order.items
                .filter(({ id }) => most.has(id))
                .map((item) => (
                  <ReturnFormLine key={item.id} item={item} most={most.get(item.id) ?? 0} />
                ))}
            </ul>
            <TextArea
              label={t('returns.note')}
              optional={t('shell.optional')}
              name="note"
              maxLength={1000}
              rows={3}
            />
            <div className="flex flex-wrap gap-3">
              <Button type="submit" variant="primary" pending={state === 'submitting'}>
                {t('returns.send')}
              </Button>
              <LinkButton href={back} variant="ghost">
                {t('returns.back')}
              </LinkButton>
            </div>
          </ShopForm>
        )}
      </FormPage>
    </>
  )
}

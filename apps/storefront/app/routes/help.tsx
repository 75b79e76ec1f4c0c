import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatMoney } from '@rampart/kit/money.ts'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { useDayRange } from '../checkout/delivery-choice.tsx'
import { useEnvironment } from '../environment.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { useCurrency } from '../prices/use-currency.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const { items } = await needed(clientOf(context).shipping.listMethods({}), url)
  return { methods: items.filter((method) => method.active) }
}

export default function HelpPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const currency = useCurrency()
  const methods = useLoaderData<typeof loader>().methods.filter(
    ({ price }) => currency === undefined || price.currency === currency,
  )
  const dayRange = useDayRange()
  const heading = 'mt-10 mb-3 text-xl'
  return (
    <div className="page pt-8">
      <PageHead title={t('help.title')} description={t('help.description')} />
      <div className="mx-auto max-w-prose">
        <PageHeader title={t('help.title')} lead={t('help.description')} />
        <h2 className={heading}>{t('help.shippingTitle')}</h2>
        <p className="text-ink-muted">{t('help.shipping')}</p>
        <p className="mt-3 text-ink-muted">{t('help.shippingMail')}</p>
        {methods.length > 0 ? (
          <div className="mt-5 rounded-lg border border-line bg-surface">
            <Table caption={t('help.methods')}>
              <thead>
                <tr>
                  <HeadCell>{t('help.method')}</HeadCell>
                  <HeadCell>{t('help.time')}</HeadCell>
                  <HeadCell end>{t('help.price')}</HeadCell>
                </tr>
              </thead>
              <tbody>
                {methods.map((method) => (
                  <Row key={method.id}>
                    <Cell>{method.name}</Cell>
                    <Cell>{dayRange(method.min_days, method.max_days)}</Cell>
                    <Cell end>
                      {Number(method.price.amount) === 0
                        ? t('checkout.free')
                        : formatMoney(method.price, locale)}
                      {method.free_over ? (
                        <span className="block text-xs text-ink-subtle">
                          {t('help.freeOver', { amount: formatMoney(method.free_over, locale) })}
                        </span>
                      ) : null}
                    </Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          </div>
        ) : null}
        <h2 className={heading}>{t('help.returnsTitle')}</h2>
        <p className="text-ink-muted">{t('help.returns')}</p>
        <p className="mt-3 text-ink-muted">{t('help.returnsHow')}</p>
        <h2 className={heading}>{t('help.damaged')}</h2>
        <p className="text-ink-muted">{t('help.damagedText')}</p>
        <h2 className={heading}>{t('help.paymentTitle')}</h2>
        <p className="text-ink-muted">{t('help.payment')}</p>
      </div>
    </div>
  )
}

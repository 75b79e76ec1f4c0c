import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { Taxes } from './taxes-query.ts'

/** The rates that hold today. */
export function RateTable({ table }: { table: Taxes['table'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const percent = (bp: number) =>
    new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000)
  const rows = [...table].sort((left, right) =>
    format.country(left.country).localeCompare(format.country(right.country), format.locale),
  )
  return (
    <Card title={t('taxes.table')} flush>
      <Table caption={t('taxes.table')}>
        <thead>
          <tr>
            <HeadCell>{t('taxes.country')}</HeadCell>
            <HeadCell end>{t('taxes.levels.standard')}</HeadCell>
            <HeadCell>{t('taxes.otherRates')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ country, own, rates, territories }) => (
            <Row key={country}>
              <Cell>
                {format.country(country)}
                {own ? <span className="text-xs text-ink-subtle"> · {t('taxes.own')}</span> : null}
              </Cell>
              <Cell end>{percent(rates.find((rate) => rate.level === 'standard')?.rate_bp ?? 0)}</Cell>
              <Cell>
                {rates
                  .filter((rate) => rate.level !== 'standard')
                  .map(
                    (rate) =>
                      `${t(`taxes.levels.${rate.level}`, { defaultValue: rate.level })} ${percent(rate.rate_bp)}`,
                  )
                  .join(', ')}
                {territories.length > 0 ? (
                  <span className="block text-xs text-ink-subtle">
                    {territories.map(({ name, rate_bp }) => `${name} ${percent(rate_bp)}`).join(', ')}
                  </span>
                ) : null}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

import { useTranslation } from 'react-i18next'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Fold } from '../list/fold.tsx'
import { isZero } from '../money/sum-money.ts'

type Entries = Answer<'payments', 'listPayments'>['ledger']

/** The double entries behind an order's money, folded away. */
export function Ledger({ entries }: { entries: Entries }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Fold
      title={t('orders.ledger')}
      count={format.number(entries.length)}
      className="border-t border-line"
      summaryClassName="px-5 py-3"
    >
      <Table caption={t('orders.ledger')} className="border-t border-line">
        <thead>
          <tr>
            <HeadCell className="pl-5">{t('orders.account')}</HeadCell>
            <HeadCell className="hidden sm:table-cell">{t('orders.entry')}</HeadCell>
            <HeadCell end>{t('orders.debit')}</HeadCell>
            <HeadCell end className="pr-5">
              {t('orders.credit')}
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <Row key={index}>
              <Cell className="pl-5 font-mono text-xs">{entry.account}</Cell>
              <Cell className="hidden text-ink-muted sm:table-cell">{entry.description}</Cell>
              <Cell end>{isZero(entry.debit) ? '' : format.money(entry.debit)}</Cell>
              <Cell end className="pr-5">
                {isZero(entry.credit) ? '' : format.money(entry.credit)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Fold>
  )
}

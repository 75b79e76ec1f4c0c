import { useTranslation } from 'react-i18next'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { useOperationWords } from '../approvals/use-operation-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { PersonName } from '../users/person-name.tsx'
import type { Simulation } from './policies-query.ts'
import { Verdict } from './verdict.tsx'

/** What would have been decided otherwise in the last day. */
export function LastDay({ lastDay }: { lastDay: Simulation['last_day'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  const operationWords = useOperationWords()
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-control-sm font-semibold">{t('policies.lastDay')}</h3>
      <p className="text-control-sm text-ink-muted">
        {lastDay.decisions === 0
          ? t('policies.noDecisions')
          : t('policies.wouldChange', {
              changed: format.number(lastDay.would_change),
              all: format.number(lastDay.decisions),
            })}
      </p>
      {lastDay.changes.length > 0 ? (
        <Table caption={t('policies.lastDay')}>
          <thead>
            <tr>
              <HeadCell>{t('policies.operation')}</HeadCell>
              <HeadCell>{t('policies.who')}</HeadCell>
              <HeadCell>{t('policies.now')}</HeadCell>
              <HeadCell>{t('policies.then')}</HeadCell>
              <HeadCell end>{t('policies.times')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {lastDay.changes.map((change, index) => (
              <Row key={index}>
                <Cell>{operationWords(change.operation)}</Cell>
                <Cell>
                  {change.principal_id ? <PersonName id={change.principal_id} /> : change.principal_kind}
                  {change.role ? (
                    <span className="block text-xs text-ink-subtle">{words.title(change.role)}</span>
                  ) : null}
                </Cell>
                <Cell>
                  <Verdict verdict={change.was} />
                </Cell>
                <Cell>
                  <Verdict verdict={change.would_be} />
                </Cell>
                <Cell end>{format.number(change.times)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  )
}

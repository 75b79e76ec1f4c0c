import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import type { Answer } from '../api.ts'
import { useCan } from '../session/use-me.ts'
import { entryFor, opens } from '../shell/navigation.ts'

export type Finding = Answer<'monitoring', 'securityHealth'>['findings'][number]

const looks: Record<Finding['state'], { icon: LucideIcon; style: string }> = {
  bad: { icon: CircleAlert, style: 'text-danger' },
  attention: { icon: TriangleAlert, style: 'text-warning' },
  unknown: { icon: CircleHelp, style: 'text-ink-subtle' },
  good: { icon: CircleCheck, style: 'text-success' },
}

/** Findings of one state: what was found, what to do, and the way there. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="divide-y divide-line">
      {findings.map((finding) => (
        <FindingRow key={finding.check} finding={finding} />
      ))}
    </ul>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const can = useCan()
  const { icon, style } = looks[finding.state]
  const page = finding.where === null ? undefined : entryFor(new URL(finding.where, 'http://here').pathname)
  const way = finding.where !== null && (page === undefined || opens(page, can)) ? finding.where : null
  return (
    <li className="flex gap-3 px-5 py-3">
      <Icon icon={icon} className={`mt-0.5 ${style}`} label={t(`health.states.${finding.state}`)} />
      <div className="min-w-0 flex-1 sm:flex sm:items-start sm:gap-4">
        <div className="min-w-0 flex-1 text-control-sm">
          <h3 className="font-medium">{finding.title}</h3>
          <p className="wrap-anywhere text-ink-muted">{finding.found}</p>
          {finding.advice ? <p className="mt-1 max-w-prose">{finding.advice}</p> : null}
        </div>
        <div className="mt-2 flex items-center justify-between gap-3 sm:mt-0 sm:flex-col sm:items-end">
          <span className="figures text-xs whitespace-nowrap text-ink-subtle">
            {t('health.points', { points: finding.points, weight: finding.weight })}
          </span>
          {way ? (
            <LinkButton href={way} size="sm" aria-label={`${t('common.open')}: ${finding.title}`}>
              {t('common.open')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </li>
  )
}

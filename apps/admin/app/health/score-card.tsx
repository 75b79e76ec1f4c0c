import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { ScoreLine } from './score-line.tsx'

type Health = Answer<'monitoring', 'securityHealth'>

const looks: Record<Health['grade'], string> = {
  A: 'text-success',
  B: 'text-success',
  C: 'text-warning',
  D: 'text-danger',
  E: 'text-danger',
}

/** The score, its grade in a word, and where it comes from. */
export function ScoreCard({ health }: { health: Health }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { score, grade, history } = health
  return (
    <section
      aria-label={t('health.score')}
      className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-lg border border-line bg-surface px-5 py-4"
    >
      <ScoreRing score={score} className={looks[grade]} label={t('health.outOf', { score })} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-lg font-semibold">{t('health.grade', { grade })}</p>
        <p className="text-control-sm text-ink-muted">{t(`health.grades.${grade}`)}</p>
        <p className="mt-1 text-xs text-ink-subtle">
          {t('health.checkedAt', { time: format.time(health.checked_at) })}
        </p>
      </div>
      {history.length > 1 ? (
        <figure className="w-full sm:w-56">
          <ScoreLine scores={history.map((day) => day.score)} />
          <figcaption className="mt-1 text-xs text-ink-subtle">
            {t('health.history', { count: history.length })}
          </figcaption>
        </figure>
      ) : null}
    </section>
  )
}

const RADIUS = 34
const ROUND = 2 * Math.PI * RADIUS

function ScoreRing({ score, label, className }: { score: number; label: string; className: string }) {
  return (
    <div className="relative size-20 shrink-0">
      <svg viewBox="0 0 80 80" role="img" aria-label={label} className="-rotate-90">
        <circle cx="40" cy="40" r={RADIUS} fill="none" strokeWidth="7" className="stroke-well" />
        <circle
          cx="40"
          cy="40"
          r={RADIUS}
          fill="none"
          strokeWidth="7"
          strokeLinecap="round"
          strokeDasharray={`${String((ROUND * score) / 100)} ${String(ROUND)}`}
          className={cx('stroke-current', className)}
        />
      </svg>
      <span
        aria-hidden="true"
        className="figures absolute inset-0 grid place-items-center text-2xl font-semibold"
      >
        {score}
      </span>
    </div>
  )
}

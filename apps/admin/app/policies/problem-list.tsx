import { useTranslation } from 'react-i18next'
import type { Place, PolicyProblem } from './policy-problems.ts'

/** What is wrong with a policy; a problem that has a place leads there. */
export function ProblemList({
  problems,
  onOpen,
}: {
  problems: readonly PolicyProblem[]
  /** Where the text cannot be reached from here, places are only told. */
  onOpen?: (place: Place) => void
}) {
  const { t } = useTranslation()
  return (
    <ul aria-label={t('policies.problems')} className="flex flex-col gap-1.5 text-control-sm">
      {problems.map(({ place, message }) => (
        <li
          key={`${String(place?.line)}:${String(place?.column)} ${message}`}
          className="text-ink wrap-anywhere"
        >
          {place === null ? null : onOpen === undefined ? (
            <>{t('policies.place', place)}: </>
          ) : (
            <>
              <button
                type="button"
                className="font-medium text-danger underline underline-offset-2"
                onClick={() => onOpen(place)}
              >
                {t('policies.place', place)}
              </button>{' '}
            </>
          )}
          {message}
        </li>
      ))}
    </ul>
  )
}

import { cx } from './cx.ts'
import { wordsIn } from './password-words.ts'
import { usePasswordJudgement } from './use-password-judgement.ts'

const tones = ['bg-danger', 'bg-danger', 'bg-warning', 'bg-success', 'bg-success'] as const

/** How hard the password that is typed is to guess, as a bar and in words. It advises; the server decides. */
export function PasswordStrength({
  id,
  password,
  language,
  minLength,
  ownWords = [],
}: {
  id?: string
  password: string
  language: string
  minLength: number
  ownWords?: readonly string[]
}) {
  const words = wordsIn(language)
  const judged = usePasswordJudgement(password, ownWords)
  const missing = password === '' ? 0 : Math.max(0, minLength - password.length)
  // Too short is not strong, whatever stands in it.
  const score = judged === null ? null : missing > 0 ? Math.min(judged.score, 2) : judged.score
  return (
    <div id={id} className={cx('flex flex-col gap-1.5', password === '' && 'visually-hidden')}>
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={cx(
              'h-1 rounded-full transition-colors',
              score !== null && step <= Math.max(1, score) ? tones[score] : 'bg-line',
            )}
          />
        ))}
      </div>
      <p role="status" className="text-control-sm text-ink-muted">
        {missing > 0 ? `${words.missing(missing)} ` : ''}
        {score === null || judged === null ? '' : sayingOf(words, score, judged.warning)}
      </p>
    </div>
  )
}

function sayingOf(words: ReturnType<typeof wordsIn>, score: number, warning: string | null): string {
  const level = words.levels[score] ?? ''
  if (score > 2) return level
  const known = words.warnings as Readonly<Record<string, string>>
  const reason = warning === null ? undefined : known[warning]
  return [level, reason, words.advice].filter(Boolean).join(' ')
}

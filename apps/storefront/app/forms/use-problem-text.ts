import { useTranslation } from 'react-i18next'
import type { FieldProblems } from './field-errors.ts'

/** The sentence under a field, or nothing. */
export function useProblemText(problems: FieldProblems | undefined): (field: string) => string | undefined {
  const { t } = useTranslation()
  return (field) => {
    const problem = problems?.[field]
    return problem ? t(`problem.${problem}`) : undefined
  }
}

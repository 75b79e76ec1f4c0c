import { useTranslation } from 'react-i18next'
import type { PolicyTemplate, TemplateParameter } from './policies-query.ts'

type Said = Pick<PolicyTemplate, 'name' | 'title' | 'description'>

/** Templates in the reader's words; what this app does not know is said in the server's. */
export function useTemplateWords() {
  const { t, i18n } = useTranslation()
  const known = (key: string, other: string) =>
    i18n.exists(key) ? (t as (key: string) => string)(key) : other
  return {
    title: ({ name, title }: Said) => known(`policies.templates.${name}.title`, title),
    description: ({ name, description }: Said) => known(`policies.templates.${name}.text`, description),
    parameter: ({ name, title }: TemplateParameter) => known(`policies.parameters.${name}`, title),
  }
}

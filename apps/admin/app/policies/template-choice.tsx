import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import type { PolicyTemplate } from './policies-query.ts'
import { useTemplateWords } from './use-template-words.ts'

/** What a new policy is made from: a ready-made sentence, or nothing but Cedar. */
export function TemplateChoice({ templates }: { templates: readonly PolicyTemplate[] }) {
  const { t } = useTranslation()
  const words = useTemplateWords()
  const choice = (name: string, title: string, text: string) => (
    <li key={name}>
      <KitLink
        href={`/policies/new?template=${encodeURIComponent(name)}`}
        className="flex items-center gap-4 px-5 py-3 -outline-offset-2! hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-control-sm font-medium">{title}</span>
          <span className="block text-control-sm text-ink-muted">{text}</span>
        </span>
        <Icon icon={ChevronRight} size="sm" className="text-ink-subtle" />
      </KitLink>
    </li>
  )
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {templates.map((template) =>
          choice(template.name, words.title(template), words.description(template)),
        )}
        {choice('none', t('policies.cedarTitle'), t('policies.cedarText'))}
      </ul>
    </Card>
  )
}

import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { PolicyContent } from '../store/policies.ts'
import type { ParameterValues } from './templates.ts'
import { writeTemplate } from './write-template.ts'

type Wording = {
  readonly text?: string | undefined
  readonly template?: string | undefined
  readonly parameters?: ParameterValues | undefined
}

/** The text that somebody wrote, or that the template they named makes. @throws ACCESS_POLICY_INVALID */
export function readWording(
  { text, template, parameters }: Wording,
  context: HandlerContext<'ACCESS_POLICY_INVALID'>,
): Pick<PolicyContent, 'text' | 'template' | 'parameters'> {
  const invalid = (message: string) => context.fail('ACCESS_POLICY_INVALID', { message })
  if (template === undefined) {
    if (text === undefined) throw invalid('Give the text of the policy, or name a template.')
    if (parameters !== undefined) throw invalid('Parameters belong to a template.')
    return { text, template: null, parameters: null }
  }
  if (text !== undefined) throw invalid('Give the text of the policy or name a template, not both.')
  const written = writeTemplate(template, parameters ?? {})
  if ('problem' in written) throw invalid(written.problem)
  return { text: written.text, template, parameters: written.parameters }
}

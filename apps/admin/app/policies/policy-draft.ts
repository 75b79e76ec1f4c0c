import { type Notation, readParameters, typedParameters, type TypedParameters } from './parameters.ts'
import type { Policy, PolicyTemplate } from './policies-query.ts'

/** A policy as its form holds it. `template` is null where it is written by hand. */
export type PolicyDraft = {
  name: string
  description: string
  enabled: boolean
  template: string | null
  typed: TypedParameters
  text: string
}

/** What a policy written by hand begins with. */
export const FIRST_TEXT = `@needs("step_up")
forbid (
  principal is Staff,
  action == Action::"payments.refundOrder",
  resource
)
when { context has amount && context.amount > 50000 }
unless { context.fresh };
`

/** The form of a new policy, out of a template or by hand; `said` is what the template is called in the reader's words. */
export function newPolicyDraft(
  template: PolicyTemplate | null,
  said: { title: string; description: string },
  notation: Notation,
): PolicyDraft {
  if (template === null)
    return { name: '', description: '', enabled: false, template: null, typed: {}, text: FIRST_TEXT }
  return {
    name: said.title,
    description: said.description,
    enabled: true,
    template: template.name,
    typed: typedParameters(template.parameters, null, notation),
    text: template.example,
  }
}

/** The form of a policy as it is. A template that is gone leaves its text. */
export function policyDraft(
  policy: Policy,
  templates: readonly PolicyTemplate[],
  notation: Notation,
): PolicyDraft {
  const template = templates.find(({ name }) => name === policy.template) ?? null
  return {
    name: policy.name,
    description: policy.description,
    enabled: policy.enabled,
    template: template?.name ?? null,
    typed: template ? typedParameters(template.parameters, policy.parameters, notation) : {},
    text: policy.text,
  }
}

/** What decides: a template with its parameters, or a text. `wrong` names the fields that do not read. */
export function readSource(draft: PolicyDraft, templates: readonly PolicyTemplate[], notation: Notation) {
  const template = templates.find(({ name }) => name === draft.template)
  if (template === undefined) return { source: { text: draft.text }, wrong: [] }
  const { values, wrong } = readParameters(template.parameters, draft.typed, notation)
  return { source: { template: template.name, parameters: values }, wrong }
}

import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { schemaText } from '@rampart/platform/policy/schema.ts'
import type { PoliciesDeps } from './policies-deps.ts'
import { templates } from './templates.ts'
import { exampleOf } from './write-template.ts'

/** What policies can be made from: templates, what conditions may speak of, and the operations there are. */
export const listPolicyTemplates =
  (deps: PoliciesDeps): Handler<Access, 'listPolicyTemplates'> =>
  () => {
    const items = templates.map((template) => ({
      name: template.name,
      title: template.title,
      description: template.description,
      parameters: template.parameters.map((parameter) => ({
        ...parameter,
        default: typeof parameter.default === 'object' ? [...(parameter.default ?? [])] : parameter.default,
      })),
      example: exampleOf(template),
    }))
    const operations = [...deps.actions.values()].map(({ name, operation }) => ({
      name,
      summary: operation.summary,
    }))
    return Promise.resolve({ items, schema: schemaText(), operations })
  }

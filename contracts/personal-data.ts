import { z } from 'zod'
import { Bytes, Id, Nothing, Slug, Timestamp } from '@rampart/platform/contract/fields.ts'

/** Whom it is about. What is known by the mail address alone counts only if it was there `before`. */
const Person = z.strictObject({ account_id: Id, email: z.string().max(254), before: Timestamp })

/** What a module holds about a person, in parts; each becomes a file of the export. Files are taken as they are. */
const Holdings = z.strictObject({
  sections: z.array(z.strictObject({ name: Slug, data: z.unknown() })),
  files: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z]+(?:-[0-9]{1,5})?\.[a-z]+$/), bytes: Bytes }))
    .optional(),
})

/** Spread into the contract of every module that holds something about customers. */
export const exportOperation = {
  exportPersonalData: {
    kind: 'query',
    summary: 'What this module holds about a customer, for the export that they asked for.',
    access: { modules: ['customers'] },
    input: Person,
    output: Holdings,
  },
} as const

/** As above. Called again and again until the customer is gone everywhere: the second time finds nothing to do. */
export const erasureOperation = {
  erasePersonalData: {
    kind: 'command',
    summary: 'Remove or anonymise what this module holds about a customer who leaves. May be repeated.',
    access: { modules: ['customers'] },
    input: Person,
    output: Nothing,
  },
} as const

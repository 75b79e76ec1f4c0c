import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mailTemplates } from '../app/audit/mail-templates.ts'

const module = join(import.meta.dirname, '../../../modules/notifications')

it('the log of sent mail has words for every mail there is', () => {
  const read = (file: string): string => readFileSync(join(module, file), 'utf8')
  const ofAccounts = [...read('account-mails.ts').matchAll(/^ {2}'([a-z-]+)': \{/gm)].map(([, name]) => name)
  const listed = /orderTemplates = \[([^\]]+)\]/.exec(read('domain/mail.ts'))?.[1] ?? ''
  const ofOrders = [...listed.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)
  expect(ofOrders).toHaveLength(5)
  expect([...ofAccounts, ...ofOrders].sort()).toEqual([...mailTemplates].sort())
})

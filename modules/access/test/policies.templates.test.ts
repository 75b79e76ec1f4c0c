import { readFile } from 'node:fs/promises'
import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { actionsOf } from '@rampart/platform/policy/actions.ts'
import { validatePolicies } from '@rampart/platform/policy/validate.ts'
import { expect, it } from 'vitest'
import { templates } from '../policies/templates.ts'
import { exampleOf, writeTemplate } from '../policies/write-template.ts'
import type { PolicyRow } from '../store/policies.ts'
import { accessScene } from './approval-scene.ts'

const actions = actionsOf([access, audit, identity, payments])

it.each(templates.map((template) => [template.name, template] as const))(
  'the template %s makes a valid policy',
  (name, template) => {
    const text = exampleOf(template)
    expect(validatePolicies({ id: name, name, text }, actions).problems).toEqual([])
  },
)

it('seeds what its templates make', async () => {
  const { h } = await accessScene()
  const rows = await h.db.many<PolicyRow>(sql`SELECT * FROM access.policies`)
  expect(rows.map(({ template }) => template).sort()).toEqual(['large-refunds', 'new-staff', 'role-grants'])
  for (const { template, parameters, text, enabled } of rows) {
    expect(enabled).toBe(true)
    expect(writeTemplate(template ?? '', parameters ?? {})).toEqual({ text, parameters })
  }
  await h.close()
})

it.each([
  ['of the template, whatever it is called and switched off', 'Hiring', 'new-staff', false],
  ['of the name', 'New staff', null, true],
])('leaves a shop the policy about new staff that it has: %s', async (_what, name, template, enabled) => {
  const { h } = await accessScene()
  await h.db.run(sql`UPDATE access.policies SET name = ${name}, template = ${template}, enabled = ${enabled}
    WHERE template = 'new-staff'`)
  const all = sql`SELECT id, name, template, enabled FROM access.policies ORDER BY id`
  const before = await h.db.many(all)
  const file = new URL('../migrations/0006-new-staff.sql', import.meta.url)
  const [insert = ''] = (await readFile(file, 'utf8')).split('INSERT INTO access.policy_versions')
  await h.db.pool.query(insert.replace('000000000103', '0000000001ff'))
  expect(await h.db.many(all)).toEqual(before)
  await h.db.run(sql`DELETE FROM access.policies WHERE name = ${name}`)
  await h.db.pool.query(insert)
  expect(
    await h.db.many(sql`SELECT name, enabled FROM access.policies WHERE template = 'new-staff'`),
  ).toEqual([{ name: 'New staff', enabled: true }])
  await h.close()
})

it.each([
  ['large-refunds', { amount: -1 }],
  ['large-refunds', { amount: '5) || (true' }],
  ['large-refunds', { limit: 5 }],
  ['passkey-outside-office', { networks: [] }],
  ['passkey-outside-office', { networks: ['10.0.0.0/99'] }],
  ['passkey-outside-office', { networks: ['10.0.0.0/8")) || (true'] }],
  ['staff-countries', { countries: ['DE"].contains("DE") || ["'] }],
  ['quiet-hours', { hours: ['22', '24'] }],
  ['quiet-hours', { hours: ['22'] }],
  ['quiet-hours', { hours: ['6', '6'] }],
  ['role-may-not', { role: 'a\\"', operation: 'payments.refundOrder' }],
  ['nothing', {}],
])('the template %s does not take %j', (name, parameters) => {
  expect(writeTemplate(name, parameters as never)).toHaveProperty('problem')
})

it('writes hours of one day and hours over midnight', () => {
  const text = (...hours: string[]) => JSON.stringify(writeTemplate('quiet-hours', { hours }))
  expect(text('1', '5')).toContain('context.hour >= 1 && context.hour < 5')
  expect(text('22', '6')).toContain('context.hour >= 22 || context.hour < 6')
})

it('keeps every way to change what somebody may do for the day', () => {
  const text = JSON.stringify(writeTemplate('quiet-hours', {}))
  for (const name of ['assignRole', 'inviteStaff', 'decideRoleRequest'])
    expect(text).toContain(`identity.${name}`)
})

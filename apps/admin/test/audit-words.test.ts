import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actions, subjectTypes } from '../app/audit/actions.ts'
import { insightKinds } from '../app/audit/insight-kinds.ts'
import { actorNameOf } from '../app/audit/actor.ts'
import { nameIn, tailOf } from '../app/audit/subject.ts'

const modules = join(import.meta.dirname, '../../../modules')
const sources = globSync('*/**/*.ts', {
  cwd: modules,
  exclude: (path) => path.endsWith('node_modules') || path.endsWith('test'),
}).map((file) => readFileSync(join(modules, file), 'utf8'))

function recorded(line: RegExp): string[] {
  const lines = sources.flatMap((source) => [...source.matchAll(line)].map(([text]) => text))
  return [
    ...new Set(lines.flatMap((text) => [...text.matchAll(/'([a-z_.-]+)'/g)].map(([, code]) => code ?? ''))),
  ]
}

describe('the audit log has words', () => {
  it('for every action that a module writes out', () => {
    // Some name it where they record it, some choose it before; the words of OWASP's vocabulary are told by their beginning.
    const written = [
      ...recorded(/^.*\baction: .*'.*$/gm).filter((code) => /^(user|session)_|\./.test(code)),
      ...recorded(/'auth[nz]_[a-z_]+[a-z]'/g),
    ]
    expect(written.length).toBeGreaterThan(30)
    expect(written.filter((code) => !actions.some((known) => known === code))).toEqual([])
  })

  it('for everything that an entry is about', () => {
    const written = recorded(/\bsubject_type: '.*$/gm)
    expect(written.length).toBeGreaterThan(10)
    expect(written.filter((code) => !subjectTypes.some((known) => known === code))).toEqual([])
  })
})

it('every pattern that the log looks for has a title here', () => {
  const rules = globSync('audit/domain/*.ts', { cwd: modules }).map((file) =>
    readFileSync(join(modules, file), 'utf8'),
  )
  const kinds = rules.flatMap((rule) =>
    [...rule.matchAll(/\bkind: '([a-z-]+)'/g)].map(([, kind]) => kind ?? ''),
  )
  expect(kinds.length).toBeGreaterThan(10)
  expect(kinds.filter((kind) => !insightKinds.some((known) => known === kind))).toEqual([])
})

describe('who did it', () => {
  const entry = {
    action: 'orders.shipped',
    subject_type: 'order',
    subject_id: 'order',
    after: null,
    actor_kind: 'staff',
    actor_id: 'me',
    actor_role: 'super_admin',
  }
  const signIn = {
    action: 'authn_login_success',
    subject_type: 'account',
    subject_id: 'me',
    after: { audience: 'staff' },
    actor_kind: 'guest',
    actor_id: null,
    actor_role: null,
  }

  it('is told by its role, by its kind, and as "you"', () => {
    expect(actorNameOf(entry, 'me')).toBe('logs.you')
    expect(actorNameOf(entry, 'somebody')).toBe('account.roles.super_admin')
    expect(actorNameOf({ ...entry, actor_role: null }, 'somebody')).toBe('logs.actorKind.staff')
    expect(actorNameOf({ ...entry, actor_role: null, actor_kind: 'robot' }, 'somebody')).toBeNull()
  })

  it('is the account that a guest has signed in to, but not the one they failed at', () => {
    expect(actorNameOf(signIn, 'me')).toBe('logs.you')
    expect(actorNameOf(signIn, 'somebody')).toBe('logs.actorKind.staff')
    expect(actorNameOf({ ...signIn, after: { audience: 'shop' } }, 'x')).toBe('logs.actorKind.customer')
    expect(actorNameOf({ ...signIn, action: 'authn_login_fail' }, 'me')).toBe('logs.actorKind.guest')
  })
})

describe('what it was done to', () => {
  it('is named where the entry names it, before or after', () => {
    expect(nameIn({ before: null, after: { name: 'Mug' } })).toBe('Mug')
    expect(nameIn({ before: { name: 'Mug' }, after: null })).toBe('Mug')
    expect(nameIn({ before: 'text', after: { name: 3 } })).toBeNull()
  })

  it('is told by the end of its id, unless the id is a word', () => {
    expect(tailOf('019a1b2c-0000-7000-8000-0000005ebdf8')).toBe('5ebdf8')
    expect(tailOf('owner')).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { createLog } from '../create-log.ts'
import { prettyLine } from '../pretty-lines.ts'

const CANARY = 'canary-4f9a-secret'

function kept(options: { level?: 'debug' | 'info' | 'silent'; pretty?: boolean } = {}) {
  const lines: string[] = []
  const sink = { write: (line: string) => void lines.push(line) }
  return { lines, log: createLog({ level: options.level ?? 'info', pretty: options.pretty ?? false, sink }) }
}

test('a line is one JSON object with time, level, message and fields', () => {
  const { lines, log } = kept()
  log.child({ module: 'orders' }).warn('An order waits.', { order_id: 'o1', count: 2 })
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  expect(line).toMatchObject({
    level: 'warn',
    message: 'An order waits.',
    module: 'orders',
    order_id: 'o1',
    count: 2,
  })
  expect(new Date(String(line['time'])).getTime()).toBeGreaterThan(0)
})

test.each([true, false])('no secret reaches a line, pretty: %s', (pretty) => {
  const { lines, log } = kept({ pretty })
  const child = log.child({ token: CANARY, request: { headers: { cookie: CANARY, authorization: CANARY } } })
  child.info(`opened /verify?token=${CANARY}`, {
    body: { password: CANARY },
    url: new URL(`http://x/?otp=${CANARY}`),
  })
  child.error('failed', {
    error: new Error(`no login for password=${CANARY}`, { cause: { secret: CANARY } }),
  })
  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toContain(CANARY)
})

test('lines below the level are not written', () => {
  const { lines, log } = kept()
  log.debug('unheard')
  kept({ level: 'silent' }).log.error('unheard')
  expect(lines).toEqual([])
})

test('a field cannot take the place of level, time or message', () => {
  const { lines, log } = kept()
  log.info('real', { message: 'forged', level: 'error', time: 'never' })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    message: 'real',
    field_message: 'forged',
  })
  expect(lines[0]?.match(/"message"/g)).toHaveLength(1)
})

test('a line for a person shows the message first and the stack below', () => {
  const { lines, log } = kept({ pretty: true })
  log.error('It broke.', { order_id: 'o1', error: new Error('no bulb') })
  const [first, second] = (lines[0] ?? '').split('\n')
  expect(first).toMatch(/\d\d:\d\d:\d\d\.\d{3}.*error.*It broke\..*order_id=.*o1.*error=.*no bulb/)
  expect(second).toMatch(/^\S*\s+at /)
})

test('text of users cannot steer the terminal or forge lines', () => {
  const { lines, log } = kept({ pretty: true })
  log.info('name \u001b[2J\nforged', { name: '\u001b]0;x\u0007\nforged' })
  expect(lines[0]).not.toMatch(/\u001b\[2J|\u001b\]|\u0007/)
  expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1)
})

test('what is no log line passes through', () => {
  expect(prettyLine('plain\n')).toBe('plain\n')
})

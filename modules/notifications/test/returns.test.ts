import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailScene, ORDER_ID, orderOf, TOKEN } from './scene.ts'

let scene: Awaited<ReturnType<typeof mailScene>>
let language: 'en' | 'de'
let order: object
beforeEach(async () => {
  language = 'en'
  order = orderOf()
  scene = await mailScene({ order: () => order, language: () => language, email: () => 'ada@example.com' })
})
afterEach(() => scene.close())

const return_id = newId()
const step = (status: string, note: string | null = null) =>
  scene.tell('orders.return-changed.v1', { order_id: ORDER_ID, return_id, number: 'R-1001', status, note })

async function onlyMail() {
  const mails = await scene.mails()
  expect(mails).toHaveLength(1)
  return mails[0]!
}

test.each([
  ['requested', 'We have your request for return R-1001', 'do not send anything'],
  ['approved', 'Return R-1001 is approved', 'Print the label'],
  ['rejected', 'About return R-1001', 'do not take back'],
  ['received', 'Return R-1001 has arrived', 'look at what is in it'],
  ['inspected', 'We have looked at return R-1001', 'each piece'],
  ['closed', 'Return R-1001 is closed', 'without a refund'],
  ['cancelled', 'Return R-1001 was cancelled', 'nothing more to do'],
])('a return that is %s is told', async (status, subject, said) => {
  await step(status)
  const mail = await onlyMail()
  expect(mail.headers.get('subject')).toEqual([subject])
  for (const part of [mail.text, mail.html]) expect(part).toContain(said)
  expect(mail.text).toContain(`/orders/${ORDER_ID}/returns/${return_id}?token=${TOKEN}`)
})

test('the shop’s word stands in it, as text', async () => {
  await step('approved', 'Use the box.\n<b>Thanks</b>')
  const mail = await onlyMail()
  expect(mail.text.replaceAll('\r\n', '\n')).toContain('Use the box.\n<b>Thanks</b>')
  expect(mail.html).toContain('&lt;b&gt;Thanks')
})

test('in German for whoever reads German', async () => {
  language = 'de'
  order = orderOf({ customer_id: newId(), tracking_token: null })
  await step('approved', 'Bitte frankieren.')
  const mail = await onlyMail()
  expect(mail.headers.get('subject')).toEqual(['Rücksendung R-1001 ist angenommen'])
  expect(mail.text.replaceAll('\r\n', '\n')).toContain('Der Shop schreibt:\nBitte frankieren.')
})

test('that it was paid back is left to the mail about the refund', async () => {
  await step('refunded')
  expect(await scene.mails()).toEqual([])
})

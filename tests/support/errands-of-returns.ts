import { call, done, type Errand, paidOrder, type Stage } from './errands.ts'

type Begun = {
  readonly id: string
  readonly line_id: string
  readonly order_id: string
  readonly buyerToken: string
}

const settings = { period_days: 30, address: 'Returns, 1 Mill Lane, Bristol' }

/** A customer's order that was delivered. */
async function delivered(stage: Stage): Promise<{ id: string; line_id: string; buyerToken: string }> {
  const { id, buyer } = await paidOrder(stage)
  const token = stage.owner.token
  await done(stage, 'PUT', '/returns/settings', { token, body: settings })
  for (const status of ['shipped', 'delivered'])
    await done(stage, 'POST', `/orders/${id}/update_status`, { token, body: { status } })
  const order = await done(stage, 'GET', `/orders/${id}`, { token })
  const [item] = order['items'] as unknown as { id: string }[]
  return { id, line_id: item?.id ?? '', buyerToken: buyer.token }
}

const request = (line_id: string) => ({ lines: [{ line_id, quantity: 1, reason: 'other' }] })

/** A return that has come so far. */
async function begun(stage: Stage, steps: readonly ('approve' | 'receive')[]): Promise<Begun> {
  const { id: order_id, line_id, buyerToken } = await delivered(stage)
  const path = `/orders/${order_id}/returns`
  const { id } = await done(stage, 'POST', path, { token: buyerToken, body: request(line_id) })
  for (const step of steps)
    await done(stage, 'POST', `/returns/${String(id)}/${step}`, { token: stage.owner.token, body: {} })
  return { id: String(id), line_id, order_id, buyerToken }
}

const byOwner =
  (step: string, before: readonly ('approve' | 'receive')[], body: (line_id: string) => object): Errand =>
  async (stage) => {
    const { id, line_id } = await begun(stage, before)
    return call(stage, 'POST', `/returns/${id}/${step}`, { token: stage.owner.token, body: body(line_id) })
  }

const note = () => ({ note: 'It was worn.' })

/** Calls about what comes back. */
export const errandsOfReturns: Readonly<Record<string, Errand>> = {
  'orders.requestReturn': async (stage) => {
    const { id, line_id, buyerToken } = await delivered(stage)
    return call(stage, 'POST', `/orders/${id}/returns`, { token: buyerToken, body: request(line_id) })
  },
  'orders.cancelReturn': async (stage) => {
    const { id, buyerToken } = await begun(stage, [])
    return call(stage, 'POST', `/returns/${id}/cancel`, { token: buyerToken, body: {} })
  },
  'orders.approveReturn': byOwner('approve', [], () => ({})),
  'orders.rejectReturn': byOwner('reject', [], note),
  'orders.receiveReturn': byOwner('receive', ['approve'], () => ({})),
  'orders.inspectReturn': byOwner('inspect', ['approve', 'receive'], (line_id) => ({
    lines: [{ line_id, as_new: 1, damaged: 0, missing: 0, restock: true }],
  })),
  'orders.closeReturn': byOwner('close', ['approve'], note),
}

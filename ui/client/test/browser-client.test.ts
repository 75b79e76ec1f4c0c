import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserClient } from '../browser-client.ts'

type Sent = { url: string; headers: Record<string, string> }

/** Answers one call after the other with these refusals, and then with success; keeps what was sent. */
function answering(...codes: string[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (url: string, init: { headers: Record<string, string> }) => {
    sent.push({ url, headers: init.headers })
    const code = codes.shift()
    return Promise.resolve(
      code === undefined
        ? Response.json({ id: 'refund' }, { status: 201 })
        : Response.json({ code, detail: 'Refused.' }, { status: 403 }),
    )
  })
  return sent
}

const refund = { order_id: '0190b8c0-0000-7000-8000-000000000001', amount: { amount: '1', currency: 'EUR' } }
const yes = () => Promise.resolve(true)
const no = () => Promise.resolve(false)
const none = () => Promise.resolve([])

afterEach(() => vi.unstubAllGlobals())

describe('a call that needs two people', () => {
  it('is offered to be proposed with the operation and its whole input, after the proof', async () => {
    answering('STEP_UP_REQUIRED', 'APPROVAL_REQUIRED')
    const asked: unknown[] = []
    const client = browserClient('/api/v1', 'staff', yes, {
      agreed: none,
      ask: (call) => {
        asked.push(call)
        return Promise.resolve(true)
      },
    })
    await expect(client.payments.refundOrder(refund)).rejects.toMatchObject({ code: 'APPROVAL_PROPOSED' })
    expect(asked).toEqual([{ operation: 'payments.refundOrder', input: refund }])
  })

  it('is made with what somebody has agreed to already, one after the other, before it is proposed', async () => {
    const sent = answering('APPROVAL_REQUIRED', 'APPROVAL_REQUIRED', 'PAYMENTS_NOTHING_TO_REFUND')
    const ask = vi.fn(yes)
    const agreed = vi.fn(() => Promise.resolve(['a', 'b', 'c']))
    const client = browserClient('/api/v1', 'staff', yes, { agreed, ask })
    const call = client.payments.refundOrder(refund, { idempotency_key: 'k' })
    await expect(call).rejects.toMatchObject({ code: 'PAYMENTS_NOTHING_TO_REFUND' })
    expect(sent.map(({ headers }) => headers['x-approval-id'])).toEqual([undefined, 'a', 'b'])
    expect(sent[2]?.headers).toMatchObject({ 'idempotency-key': 'k' })
    expect(agreed).toHaveBeenCalledWith('payments.refundOrder')
    expect(ask).not.toHaveBeenCalled()
  })

  it('stays refused where nobody proposes it', async () => {
    answering('APPROVAL_REQUIRED')
    const client = browserClient('/api/v1', 'staff', yes, { agreed: none, ask: no })
    await expect(client.payments.refundOrder(refund)).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' })
  })

  it('carries the approval, and is not offered again when that does not count', async () => {
    const sent = answering('APPROVAL_REQUIRED')
    const ask = vi.fn(yes)
    const client = browserClient('/api/v1', 'staff', yes, { agreed: none, ask })
    const call = client.payments.refundOrder(refund, { idempotency_key: 'k', approval_id: 'a' })
    await expect(call).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' })
    expect(sent[0]?.headers).toMatchObject({ 'x-approval-id': 'a', 'idempotency-key': 'k' })
    expect(ask).not.toHaveBeenCalled()
  })
})

import { describe, expect, it } from 'vitest'
import { formTokens } from '../pages/form-tokens.ts'

const key = Buffer.alloc(32, 7)
const nobody = { session: null, sessionId: null, guest: null }
const guest = { ...nobody, guest: 'guest-cookie' }
const customer = { session: 'session-cookie', sessionId: 'session-id', guest: 'guest-cookie' }

describe('the token of a form', () => {
  it('is good for the visitor whose page carried it, and for no other', () => {
    for (const cookies of [nobody, guest, customer]) {
      const { issued, check } = formTokens(key, cookies)
      expect(check(issued)).toBe(true)
      expect(check('')).toBe(false)
    }
    const stranger = formTokens(key, { session: 'another', sessionId: 'another-id', guest: null })
    expect(stranger.check(formTokens(key, customer).issued)).toBe(false)
  })

  it('of a visitor without cookies stays good when a cart begins, and counts for nobody who is signed in', () => {
    const { issued } = formTokens(key, nobody)
    expect(formTokens(key, guest).check(issued)).toBe(true)
    expect(formTokens(key, customer).check(issued)).toBe(false)
  })

  // Planted bug: a token made from the cookie that this very answer clears is refused with the next form.
  it('of a page that found the session over is good for the request that comes without it', () => {
    const over = { session: 'session-cookie', sessionId: null, guest: null }
    expect(formTokens(key, nobody).check(formTokens(key, over).issued)).toBe(true)
  })

  it('of a page from before the session was over is good while the browser still sends its cookie', () => {
    const { issued } = formTokens(key, customer)
    expect(formTokens(key, { ...customer, sessionId: null }).check(issued)).toBe(true)
  })

  it('of somebody signed in stays good when the session is given another cookie', () => {
    const { issued } = formTokens(key, customer)
    expect(formTokens(key, { ...customer, session: 'its-next-cookie' }).check(issued)).toBe(true)
  })
})

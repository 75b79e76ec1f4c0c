import { passkeyOperations } from '@rampart/contracts/identity/passkeys.ts'
import { expect, test } from 'vitest'
import { passkeyPaths } from '../passkey-calls.ts'

test.each(Object.entries(passkeyPaths))('%s is called where the contract has it', (name, path) => {
  const { http } = passkeyOperations[name as keyof typeof passkeyPaths]
  expect({ method: http.method, path: http.path }).toEqual({ method: 'POST', path })
})

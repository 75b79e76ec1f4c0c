import { randomBytes } from 'node:crypto'
import { signsFrom } from '../domain/gift-cards/code.ts'

/** A code of random signs, out of 30: 16 of them are worth 78 bits. */
export function randomCode(length: number): string {
  let code = ''
  while (code.length < length) code += signsFrom(randomBytes(length * 2), length - code.length)
  return code
}

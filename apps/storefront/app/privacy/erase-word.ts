import type { Locale } from '../i18n/locale.ts'

/** What is typed in to confirm, in the reader's language. */
export const eraseWord: Readonly<Record<Locale, string>> = { en: 'ERASE', de: 'LÖSCHEN' }

/** Whether the word was typed, in whichever language. */
export function isEraseWord(typed: string): boolean {
  return Object.values(eraseWord).includes(typed.trim().normalize('NFC').toUpperCase())
}

type Warning =
  | 'straightRow'
  | 'keyPattern'
  | 'simpleRepeat'
  | 'extendedRepeat'
  | 'sequences'
  | 'recentYears'
  | 'dates'
  | 'topTen'
  | 'topHundred'
  | 'common'
  | 'similarToCommon'
  | 'wordByItself'
  | 'namesByThemselves'
  | 'commonNames'
  | 'userInputs'

/** What is said of a password while it is typed. */
export type PasswordWords = {
  readonly show: string
  readonly hide: string
  /** From useless to strong. */
  readonly levels: readonly [string, string, string, string, string]
  readonly missing: (count: number) => string
  readonly advice: string
  readonly warnings: Readonly<Record<Warning, string>>
}

/** The languages that the shop is in. Advice never asks for kinds of characters: length is what counts. */
const passwordWords: Readonly<Record<'en' | 'de', PasswordWords>> = {
  en: {
    show: 'Show password',
    hide: 'Hide password',
    levels: ['Very easy to guess.', 'Easy to guess.', 'Could be better.', 'Good.', 'Strong.'],
    missing: (count) => (count === 1 ? '1 character more.' : `${count} characters more.`),
    advice: 'Add another word or two that nobody would expect.',
    warnings: {
      straightRow: 'Rows of keys are easy to guess.',
      keyPattern: 'Short patterns on the keyboard are easy to guess.',
      simpleRepeat: 'The same character over and over is easy to guess.',
      extendedRepeat: 'Repeated parts are easy to guess.',
      sequences: 'Sequences such as abc or 6543 are easy to guess.',
      recentYears: 'Recent years are easy to guess.',
      dates: 'Dates are easy to guess.',
      topTen: 'This is one of the ten most used passwords.',
      topHundred: 'This is one of the hundred most used passwords.',
      common: 'This is a much used password.',
      similarToCommon: 'This is close to a much used password.',
      wordByItself: 'A single word is easy to guess.',
      namesByThemselves: 'A name alone is easy to guess.',
      commonNames: 'Common names are easy to guess.',
      userInputs: 'Your own name or address is easy to guess.',
    },
  },
  de: {
    show: 'Passwort zeigen',
    hide: 'Passwort verbergen',
    levels: ['Sehr leicht zu erraten.', 'Leicht zu erraten.', 'Könnte besser sein.', 'Gut.', 'Stark.'],
    missing: (count) => (count === 1 ? 'Noch 1 Zeichen.' : `Noch ${count} Zeichen.`),
    advice: 'Fügen Sie ein, zwei Wörter hinzu, die niemand erwartet.',
    warnings: {
      straightRow: 'Reihen von Tasten sind leicht zu erraten.',
      keyPattern: 'Kurze Muster auf der Tastatur sind leicht zu erraten.',
      simpleRepeat: 'Immer dasselbe Zeichen ist leicht zu erraten.',
      extendedRepeat: 'Wiederholungen sind leicht zu erraten.',
      sequences: 'Folgen wie abc oder 6543 sind leicht zu erraten.',
      recentYears: 'Jahre aus jüngster Zeit sind leicht zu erraten.',
      dates: 'Daten sind leicht zu erraten.',
      topTen: 'Dies ist eines der zehn häufigsten Passwörter.',
      topHundred: 'Dies ist eines der hundert häufigsten Passwörter.',
      common: 'Dieses Passwort ist sehr verbreitet.',
      similarToCommon: 'Dies ähnelt einem sehr verbreiteten Passwort.',
      wordByItself: 'Ein einzelnes Wort ist leicht zu erraten.',
      namesByThemselves: 'Ein Name allein ist leicht zu erraten.',
      commonNames: 'Häufige Namen sind leicht zu erraten.',
      userInputs: 'Der eigene Name oder die eigene Adresse ist leicht zu erraten.',
    },
  },
}

/** The words of a language; English where it is none of ours. */
export function wordsIn(language: string): PasswordWords {
  return passwordWords[language.startsWith('de') ? 'de' : 'en']
}

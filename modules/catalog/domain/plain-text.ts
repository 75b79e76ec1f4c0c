// Letters that do not come apart into a base letter and a mark.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i',
} // prettier-ignore

/** Text in lower case and without accents: 'Crème Brûlée' → 'creme brulee'. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter)
}

const SORT_LENGTH = 100

/** What names are sorted by: no case, no accents, and numbers by their size ('Lens 9' before 'Lens 35'). */
export function sortName(name: string): string {
  return plainText(name)
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, SORT_LENGTH)
}

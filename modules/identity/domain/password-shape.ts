/** The form a password is hashed in: what looks alike on two keyboards is alike (NIST SP 800-63B, 3.1.1.2). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** The form a password is looked up in: case does not make a common password better. */
export function foldPassword(password: string): string {
  return normalizePassword(password).toLowerCase()
}

/** Whether it is one character over and over. */
export function isRepetition(folded: string): boolean {
  return folded.length > 0 && folded === folded.charAt(0).repeat(folded.length)
}

/** The text itself and every shorter text that it is a repetition of: `abcabc` gives `abcabc` and `abc`. */
export function repetitionUnits(folded: string): readonly string[] {
  const units: string[] = []
  for (let length = 1; length <= folded.length; length++) {
    if (folded.length % length !== 0) continue
    const unit = folded.slice(0, length)
    if (unit.repeat(folded.length / length) === folded) units.push(unit)
  }
  return units
}

const MIN_ALONE = 15

/** Whether a password is long enough for an account without a second factor, counted as NewPassword counts. */
export function isLongEnoughAlone(password: string): boolean {
  return password.length >= MIN_ALONE
}

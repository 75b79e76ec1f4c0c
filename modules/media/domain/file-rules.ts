type Shown = {
  readonly owner_kind: 'customer' | 'staff'
  readonly visibility: 'private' | 'public'
  readonly status: 'quarantined' | 'clean'
  readonly verified_at: string | null
  readonly purpose: 'own' | 'review'
}

/**
 * Whether everybody may see a file: what customers make public waits until somebody has looked at it. A review's photo is
 * made public by nobody but who has looked at the review.
 */
export function isShown({ owner_kind, visibility, status, verified_at, purpose }: Shown): boolean {
  if (visibility !== 'public' || status !== 'clean') return false
  return owner_kind === 'staff' || purpose === 'review' || verified_at !== null
}

const MAX_NAME = 200

/**
 * A name to show, from what a browser sent: the last part of a path, one line, without what turns text around or hides
 * in it. It is never part of a path here.
 */
export function shownName(sent: string): string {
  const last = sent.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, '').trim()
  const name = Array.from(visible).slice(0, MAX_NAME).join('').replace(/^\.+/, '').trim()
  return name === '' ? 'file' : name
}

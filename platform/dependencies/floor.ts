type LockedPackage = { name?: string; version?: string; resolved?: string; link?: boolean }

/** What npm writes about the packages that it installed, as far as it matters here. */
export type Lockfile = { packages: Record<string, LockedPackage> }

/** The oldest version of a package without known holes, or why it must not be there at all. */
export type Floor = { min?: string; ban?: string; ids: string[] }

type Version = [number, number, number]

/** Major, minor and patch; a pre-release counts as the one before, so that 5.0.0-rc.1 is below 5.0.0. */
function parseVersion(text: string): Version {
  const match = /^(\d+)\.(\d+)\.(\d+)(-)?/.exec(text.trim())
  if (!match) throw new Error(`not a version: ${text}`)
  const [, major, minor, patch, pre] = match
  return [Number(major), Number(minor), Number(patch) - (pre ? 0.5 : 0)]
}

function isBelow(a: Version, b: Version): boolean {
  for (const part of [0, 1, 2] as const) {
    if (a[part] !== b[part]) return a[part] < b[part]
  }
  return false
}

/** Whether a version is at or above a floor such as "5.12.1" or, per major line, "6.24.0 | 7.24.0 | 8.5.0". */
export function isAtLeast(version: string, min: string): boolean {
  const floors = min.split('|').map(parseVersion)
  const actual = parseVersion(version)
  const sameLine = floors.find((floor) => floor[0] === actual[0])
  if (sameLine) return !isBelow(actual, sameLine)
  return floors.every((floor) => actual[0] > floor[0])
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

/** Locked packages that are banned or below the versions in which advisories were fixed, a sentence each. */
export function belowFloor(lockfile: Lockfile, floors: Readonly<Record<string, Floor>>): string[] {
  const problems: string[] = []
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    const name = entry.name ?? path.split('node_modules/').at(-1) ?? ''
    if (!path.includes('node_modules/') || entry.link || !entry.version) continue
    for (const [pattern, floor] of Object.entries(floors)) {
      if (!matches(pattern, name)) continue
      if (floor.ban) problems.push(`${name} is banned: ${floor.ban}`)
      else if (floor.min && !isAtLeast(entry.version, floor.min)) {
        problems.push(`${name} ${entry.version} is below ${floor.min} (${floor.ids.join(', ')})`)
      }
    }
  }
  return problems
}

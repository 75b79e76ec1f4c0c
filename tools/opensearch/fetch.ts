import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.ts'

const cache = join(root, '.cache', 'opensearch')
const pom = join(root, 'tools', 'opensearch', 'pom.xml')
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
const MINUTES = 5

/** Where the program of a node is once it was fetched. */
export const jars = join(cache, 'jars')

/** Why no OpenSearch can be started here; null: one can. */
export function whyNoOpenSearch(): string | null {
  if (!isFetched()) return 'it was not fetched (`npm run opensearch -- fetch`)'
  const java = spawnSync('java', ['--list-modules'], { encoding: 'utf8' })
  if (java.status !== 0) return 'there is no Java here'
  // The node is a source file, which Java compiles as it starts.
  if (!java.stdout.includes('jdk.compiler')) return 'the Java here has no compiler'
  return null
}

/** Fetches the program by its name with Maven, once for each version. False, with a line that says why, if it cannot. */
export function fetchOpenSearch(): boolean {
  if (isFetched()) return true
  const fresh = join(cache, 'fresh')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const goals = [COPY, `-DoutputDirectory=${fresh}`, '-DincludeScope=runtime']
  const maven = spawnSync('mvn', ['-q', '-B', '-f', pom, ...goals], {
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
  })
  if (maven.status !== 0) {
    // Without addresses: they would tell which registry this machine uses.
    const [said = ''] = `${maven.stdout}${maven.stderr}`.replaceAll(/https?:\/\/[^\s'")]+/g, '<address>').trim().split('\n') // prettier-ignore
    const why = maven.error === undefined ? said : 'there is no Maven here, or it took too long.'
    console.log(`OpenSearch could not be fetched: ${why}`)
    return false
  }
  rmSync(jars, { recursive: true, force: true })
  renameSync(fresh, jars)
  writeFileSync(mark, wanted())
  return true
}

const mark = join(cache, 'fetched')

function wanted(): string {
  return readFileSync(pom, 'utf8')
}

function isFetched(): boolean {
  return existsSync(jars) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted()
}

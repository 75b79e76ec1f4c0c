import { statfs } from 'node:fs/promises'
import process from 'node:process'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { lookAtStorage } from '../boot/check-storage.ts'
import type { Runtime } from '../boot/runtime.ts'
import { builtApp } from '../pages/built-app.ts'
import { withRuntime } from './with-runtime.ts'

type Finding = { readonly level: 'ok' | 'warn' | 'bad'; readonly text: string }

const MIN_FREE_BYTES = 1024 ** 3
const sign = { ok: '✓', warn: '!', bad: '✗' } as const

/** `rampart doctor`: what would keep the shop from running well, each with what to do. Status 1 when something is broken. */
export async function doctor(): Promise<void> {
  const config = loadConfig(environment())
  const findings: Finding[] = [
    runtimeFinding(),
    ...builtFindings(),
    ...addressFindings(config),
    sandboxFinding(config),
    limitFinding(config),
  ]
  findings.push(
    ...(await withRuntime(async (runtime) => [
      ...(await databaseFindings(runtime)),
      ...(await mailFindings(runtime)),
      await lookAtStorage(runtime, 'cli'),
    ])),
  )
  findings.push(await diskFinding(config.data_dir))
  for (const { level, text } of findings) process.stdout.write(`${sign[level]} ${text}\n`)
  if (findings.some((finding) => finding.level === 'bad')) process.exitCode = 1
}

function runtimeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return major >= 24
    ? { level: 'ok', text: `Node.js ${process.versions.node}.` }
    : {
        level: 'bad',
        text: `Node.js ${process.versions.node} is too old; start through npm, which brings Node.js 24.`,
      }
}

function builtFindings(): Finding[] {
  return (['storefront', 'admin'] as const).map((app) =>
    builtApp(app, 'client') === null
      ? { level: 'bad', text: `The ${app} is not built. Run: npm run setup` }
      : { level: 'ok', text: `The ${app} is built.` },
  )
}

function addressFindings({ public_url, host, trust_proxy }: ReturnType<typeof loadConfig>): Finding[] {
  const url = new URL(public_url)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const findings: Finding[] = []
  if (url.protocol === 'http:' && !local) {
    findings.push({
      level: 'bad',
      text: 'PUBLIC_URL is http: sign-in needs https outside this machine. Put a TLS proxy in front and set PUBLIC_URL to its address.',
    })
  } else findings.push({ level: 'ok', text: `Links point to ${public_url}.` })
  if (!local && trust_proxy.length === 0) {
    findings.push({
      level: 'warn',
      text: 'TRUST_PROXY is empty: behind a proxy every visitor seems to have its address. Set it to the proxy’s exact address.',
    })
  }
  if (host === '0.0.0.0' && local) {
    findings.push({
      level: 'warn',
      text: 'HOST is 0.0.0.0: the shop answers on every network of this machine. Leave it out unless that is wanted.',
    })
  }
  return findings
}

function sandboxFinding({ sandbox_payments, public_url }: ReturnType<typeof loadConfig>): Finding {
  if (!sandbox_payments) {
    return {
      level: 'warn',
      text: 'No way to pay is switched on: the sandbox bank is off, and no other provider is there yet.',
    }
  }
  return public_url.startsWith('https:')
    ? {
        level: 'bad',
        text: 'The sandbox bank is on in a shop that is open to the world: anybody can approve a payment. Set SANDBOX_PAYMENTS=off.',
      }
    : { level: 'ok', text: 'The sandbox bank takes the place of a payment provider.' }
}

function limitFinding({ rate_limit_factor, public_url }: ReturnType<typeof loadConfig>): Finding {
  if (rate_limit_factor !== null) return { level: 'ok', text: 'Requests are limited by network and caller.' }
  return {
    level: public_url.startsWith('https:') ? 'bad' : 'warn',
    text: 'RATE_LIMITS is off: anybody may ask as often as they like. Leave it out unless something in front counts.',
  }
}

async function databaseFindings({ db, config }: Runtime): Promise<Finding[]> {
  const { version } = await db.one<{ version: number }>(
    sql`SELECT current_setting('server_version_num')::int AS version`,
  )
  const { dead } = await db.one<{ dead: number }>(
    sql`SELECT count(*) AS dead FROM platform_events.dead_letters`,
  )
  const { failed } = await db.one<{ failed: number }>(sql`
    SELECT count(*) AS failed FROM graphile_worker.jobs WHERE attempts >= max_attempts`)
  const { open } = await db.one<{ open: number }>(sql`
    SELECT count(*) AS open FROM checkout.processes WHERE state = 'open' AND created_at < now() - interval '15 minutes'`)
  const where = config.database_url === null ? 'its own PostgreSQL' : 'the PostgreSQL of DATABASE_URL'
  return [
    version >= 150_000
      ? { level: 'ok', text: `Connected to ${where}, version ${String(Math.floor(version / 10_000))}.` }
      : { level: 'bad', text: 'PostgreSQL 15 or newer is needed.' },
    counted(dead, 'Every event was delivered', 'events could not be delivered and were given up'),
    counted(failed, 'No job has failed for good', 'jobs failed for good'),
    counted(
      open,
      'Every purchase was decided in time',
      'purchases have been undecided for more than 15 minutes',
    ),
  ]
}

async function mailFindings({ config, db }: Runtime): Promise<Finding[]> {
  const { failed } = await db.one<{ failed: number }>(sql`
    SELECT count(*) AS failed FROM notifications.messages WHERE status = 'failed'`)
  return [
    config.smtp_url === null
      ? { level: 'warn', text: `No SMTP_URL: mails are written to ${config.data_dir}/mail and reach nobody.` }
      : { level: 'ok', text: 'Mails go out by SMTP.' },
    counted(failed, 'No mail was refused', 'mails could not be sent'),
  ]
}

function counted(count: number, good: string, bad: string): Finding {
  return count === 0
    ? { level: 'ok', text: `${good}.` }
    : { level: 'bad', text: `${String(count)} ${bad}. Look into the log.` }
}

async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const text = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${folder}.`
  return { level: free < MIN_FREE_BYTES ? 'bad' : 'ok', text }
}

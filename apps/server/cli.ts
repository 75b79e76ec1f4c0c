import process from 'node:process'
import { Command, CommanderError } from 'commander'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { ConfigError } from '@rampart/platform/config/config-error.ts'
import { StartError } from './boot/start-error.ts'
import { CommandError } from './commands/command-error.ts'
import type { CreateUserOptions } from './commands/create-user.ts'
import type { ImportCatalogOptions } from './commands/import-catalog.ts'
import type { ImportOrdersFileOptions } from './commands/import-orders.ts'
import type { RestartAuditOptions } from './commands/restart-audit.ts'
import type { RotateKeysOptions } from './commands/rotate-keys.ts'
import type { VerifyAuditOptions } from './commands/verify-audit.ts'
import { version } from './version.ts'

// Commands are loaded when they run: starting the shop does not wait for the others.
const program = new Command('rampart')
  .description('A security-first commerce platform.')
  .version(version)
  .exitOverride()

program
  .command('start')
  .description('run the shop of this installation')
  .action(async () => (await import('./commands/start.ts')).start())

program
  .command('demo')
  .description('run a sample shop on data of its own')
  .action(async () => (await import('./commands/demo.ts')).demo())

program
  .command('doctor')
  .description('look for what would keep the shop from running well')
  .action(async () => (await import('./commands/doctor.ts')).doctor())

program
  .command('user')
  .description('accounts')
  .command('create')
  .description('make an account that is verified at once')
  .requiredOption('--email <address>', 'its e-mail address')
  .requiredOption('--role <role>', 'its role, such as super_admin, manager or customer')
  .option('--name <name>', 'the person’s name')
  .option('--password-stdin', 'read the password from standard input')
  .action(async (options: CreateUserOptions) =>
    (await import('./commands/create-user.ts')).createUser(options),
  )

program
  .command('keys')
  .description('the keys that access tokens are signed with')
  .command('rotate')
  .description('make the next key; the present one stays good until its last token has expired')
  .option('--now', 'on suspicion of a leak: withdraw all keys before it at once')
  .action(async (options: RotateKeysOptions) =>
    (await import('./commands/rotate-keys.ts')).rotateKeys(options),
  )

const policies = program.command('policies').description('what is permitted and forbidden beyond roles')

policies
  .command('list')
  .description('every policy, whether it is in force, and its id')
  .action(async () => (await import('./commands/list-policies.ts')).listPolicies())

policies
  .command('off')
  .argument('<policy>', 'its name or id')
  .description('switch a policy off, for when it locks people out; running servers take it up at once')
  .action(async (policy: string) => (await import('./commands/switch-policy-off.ts')).switchPolicyOff(policy))

const auditLog = program.command('audit').description('the audit log and its proof')

auditLog
  .command('verify')
  .description('check every entry, the chain and the signed checkpoints; needs no running server')
  .option('--checkpoints <file>', 'a copy of checkpoints.jsonl that was kept elsewhere')
  .option('--export <file>', 'check an exported JSONL file instead of the database')
  .action(async (options: VerifyAuditOptions) =>
    (await import('./commands/verify-audit.ts')).verifyAudit(options),
  )

auditLog
  .command('export')
  .argument('<file>', 'a JSONL file that does not exist yet')
  .description('write the whole log into a file that can be checked by itself')
  .action(async (file: string) => (await import('./commands/export-audit.ts')).exportAudit(file))

auditLog
  .command('restart')
  .requiredOption(
    '--reason <text>',
    'why the log is accepted as it is, such as "restored the backup of 3 May"',
  )
  .description('accept the log as it is now, with a signed statement; after a restored backup')
  .action(async (options: RestartAuditOptions) =>
    (await import('./commands/restart-audit.ts')).restartAudit(options),
  )

auditLog
  .command('key')
  .description('print the public key that checkpoints are signed with')
  .action(async () => (await import('./commands/print-audit-key.ts')).printAuditKey())

const products = program.command('catalog').description('the catalogue')

products
  .command('import')
  .argument('<file>', 'a CSV or JSONL file, also gzipped')
  .description('add or update products by SKU; bad rows are reported and skipped')
  .option('--mapping <file>', 'which column holds what')
  .option('--dry-run', 'check every row and change nothing')
  .option('--restart', 'begin at the first row although an earlier run stopped half-way')
  .action(async (file: string, options: ImportCatalogOptions) =>
    (await import('./commands/import-catalog.ts')).importCatalogFile(file, options),
  )

products
  .command('export')
  .argument('<file>', 'the file to write: .csv or .jsonl, also with .gz')
  .description('write all products to a file that import reads again')
  .action(async (file: string) => (await import('./commands/export-catalog.ts')).exportCatalogFile(file))

program
  .command('orders')
  .description('orders')
  .command('import')
  .argument('<file>', 'a CSV or JSONL file, also gzipped')
  .description('bring along lines of past orders as history; dirty lines are reported by kind')
  .option('--mapping <file>', 'which column holds what')
  .option('--dry-run', 'read every line, report, and keep nothing')
  .action(async (file: string, options: ImportOrdersFileOptions) =>
    (await import('./commands/import-orders.ts')).importOrdersFile(file, options),
  )

try {
  await program.parseAsync()
} catch (error) {
  process.exit(report(error))
}

/**
 * Prints what went wrong, in sentences for what a person can put right. Answers the exit status: 2 for those, 70 for
 * what is a fault of the program. 1 is an answer of a command, such as of `audit verify`, and never an accident.
 */
function report(error: unknown): number {
  // It has printed its own sentence, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CommandError || error instanceof ConfigError || error instanceof StartError) {
    process.stderr.write(`rampart: ${error.message}\n`)
    return 2
  }
  if (error instanceof AppError) {
    process.stderr.write(`rampart: ${error.message}\n`)
    for (const { path, message } of error.errors ?? []) process.stderr.write(`  ${path}: ${message}\n`)
    return 2
  }
  process.stderr.write(
    `rampart: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 70
}

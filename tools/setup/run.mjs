import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** One line on standard output, so that `2>/dev/null` does not hide why a start takes long. */
export function say(line) {
  console.log(`rampart: ${line}`)
}

/** Output of a tool without web addresses: they would tell which registry or proxy this machine uses. */
export function withoutHosts(text) {
  return text.replace(/https?:\/\/[^\s'")]+/g, '<address>')
}

/**
 * The machine's own Node.js. Under `npm run`, the one in node_modules comes first in PATH, and an install
 * may replace that very file while it runs.
 */
function systemNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const folders = (process.env.PATH ?? '').split(delimiter)
  const own = folders.find(
    (folder) => folder && !folder.includes('node_modules') && existsSync(join(folder, name)),
  )
  return own ? join(own, name) : process.execPath
}

/** Runs a command to its end; keeps its output to itself unless it fails. Throws with the output's tail. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => reject(new Error(`${command} did not start: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      const tail = withoutHosts(output).trim().split('\n').slice(-30).join('\n')
      reject(new Error(`\`${options.title}\` failed (${signal ?? `exit ${code}`}).\n${tail}`))
    })
  })
}

/** Runs npm with the quiet flags, by the npm that started us where there is one. */
export function npm(root, args) {
  const quiet = ['--loglevel=error', '--no-fund', '--no-audit', '--no-progress']
  const env = { ...process.env, npm_config_update_notifier: 'false' }
  // An outer `npm test -w …` or `npm --silent` must not decide what is installed.
  for (const name of [
    'npm_config_workspace',
    'npm_config_workspaces',
    'npm_config_omit',
    'npm_config_dry_run',
  ]) {
    delete env[name]
  }
  const options = { cwd: root, env, title: `npm ${args.join(' ')}` }
  const script = process.env.npm_execpath
  if (script && existsSync(script) && /\.c?js$/.test(script)) {
    return run(systemNode(), [script, ...args, ...quiet], options)
  }
  return run('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' })
}

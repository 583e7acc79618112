#!/usr/bin/env node
/**
 * The command as npm installs it. It runs on any Node that npm has: where that is older than the program needs, the
 * program starts again on another one.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isOldRuntime, oldestRuntime, pinnedRuntime } from './program.ts'

/** These need no more than Node 20 has. */
const anywhere = new Set(['init', '--version', '-v'])

const main = fileURLToPath(import.meta.resolve('./main.js'))
const args = process.argv.slice(2)

if (!isOldRuntime || anywhere.has(args[0] ?? '')) {
  await import('./main.js')
} else {
  runOnPinned()
}

function runOnPinned(): void {
  const installed = nodeAbove(process.cwd()) ?? nodeAbove(dirname(main))
  const [command, ...words] =
    installed === undefined
      ? ['npm', 'exec', '--yes', `--package=${runtimePackage()}`, '--', 'node', main]
      : [installed, main]
  const child = spawn(command ?? 'npm', [...words, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void child.kill(signal))
  }
  child.on('error', explain)
  child.on('close', (code) => {
    process.exitCode = code ?? 1
  })
}

/** Of this machine’s kind: the package `node` needs an install script to find it, which npm may not run. */
function runtimePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  return `node-${platform}-${process.arch}@${pinnedRuntime}`
}

/** The package `node` in the nearest `node_modules`. */
function nodeAbove(folder: string): string | undefined {
  const path = join(folder, 'node_modules/node/bin/node')
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : nodeAbove(above)
}

function explain(): void {
  console.error(
    `Passerelle needs Node ${oldestRuntime.join('.')} or later, and this is ${process.versions.node}. Install it, or run \`npm install --save-dev node@${pinnedRuntime}\` in the folder of your site.`,
  )
  process.exitCode = 1
}

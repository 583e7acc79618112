#!/usr/bin/env node
/**
 * The command as npm installs it. It runs on any Node that npm has: where that is older than the program needs, the
 * program starts again on another one.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Astro 7 needs 22.12; configurations in TypeScript need the types taken away, which Node does from 22.18 on. */
const oldest = [22, 18] as const
/** The runtime that the program is tested with; npm has it as a package. */
const pinned = '24.21.0'
/** These need no more than Node 20 has. */
const anywhere = new Set(['init', '--version', '-v'])

const main = fileURLToPath(import.meta.resolve('./main.js'))
const args = process.argv.slice(2)

if (isNewEnough(process.versions.node) || anywhere.has(args[0] ?? '')) {
  await import('./main.js')
} else {
  runOnPinned()
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
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
  return `node-${platform}-${process.arch}@${pinned}`
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
    `Passerelle needs Node ${oldest.join('.')} or later, and this is ${process.versions.node}. Install it, or run \`npm install --save-dev node@${pinned}\` in the folder of your site.`,
  )
  process.exitCode = 1
}

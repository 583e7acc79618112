/** Programs of others, which a machine may have or not. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is installed; what is not, and of which package it is, is told. */
export function hasTool(name: string, debianPackage: string): boolean {
  const isThere = spawnSync(name, ['--version']).error === undefined
  if (!isThere) console.warn(`Skipped: ${name} is not installed (Debian: ${debianPackage})`)
  return isThere
}

export interface Ran {
  status: number | null
  /** What it said, on both streams. */
  said: string
  /** A file that it wrote, by its name; empty for none. */
  file: (name: string) => string
}

/** Run a program in a folder of its own that holds `files`; the folder goes when `look` has seen it. */
export function runTool<T>(
  [name = '', ...args]: readonly string[],
  files: Readonly<Record<string, string>>,
  look: (ran: Ran) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-tool-'))
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
    const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: 'utf8' })
    const file = (path: string) =>
      existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : ''
    return look({ status, said: `${stdout}${stderr}`, file })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const schemaFolder = '/usr/share/php/Symfony/Component/Translation/Resources/schemas'

/** The schemas of XLIFF 1.2 and 2.0, which refer to each other by file name only; none where there are none. */
export function xliffSchemas(): Record<string, string> | undefined {
  const names = ['xliff-core-1.2-strict.xsd', 'xliff-core-2.0.xsd', 'xml.xsd']
  if (!names.every((name) => existsSync(join(schemaFolder, name)))) {
    console.warn('Skipped: no XLIFF schemas (Debian: php-symfony-translation)')
    return undefined
  }
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(schemaFolder, name), 'utf8')
      return [name, text.replace(/schemaLocation="[^"]*\/xml\.xsd"/, 'schemaLocation="xml.xsd"')]
    }),
  )
}

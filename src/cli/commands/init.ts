/** `init`: begin a site. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { UsageError, readArguments } from '../arguments.ts'
import { isTag } from '../../config/language-tag.ts'
import type { Command, Terminal } from '../command.ts'
import {
  type InitOptions,
  type Template,
  initFiles,
  sampleDocsets,
  templates,
} from '../init/init-files.ts'
import { installedAs, isOldRuntime, pinnedRuntime, templatesFolder } from '../program.ts'
import { isSite } from '../site-folder.ts'
import { version } from '../../package.ts'

export const command: Command = {
  usage: `init [folder] [--template guides|docfx|blank] [--locales en,fr-FR]
    Create a site in a folder (default: this one). Existing files are not changed.
    --template  guides: a three-page guide in English and French (default); docfx: a site for the docsets
                in the folder, or for a small example; blank: one empty page
    --locales   the languages, source language first (default: en,fr-FR)`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      template: { type: 'string' },
      locales: { type: 'string' },
    })
    const [typed = '.', ...more] = positionals
    if (more.length) throw new UsageError(`\`${more[0]}\` is a second folder. Name one.`)
    const folder = resolve(terminal.cwd, typed)
    if (isSite(folder)) throw new UsageError(`There is a site in \`${typed}\` already.`)
    const template = readTemplate(values.template ?? (await asked('Template', templates, terminal)))
    const locales = readLocales(values.locales ?? 'en,fr-FR')
    const docsets = template === 'docfx' ? await docsetsIn(folder) : []
    const options: InitOptions = {
      template,
      locales,
      name: basename(folder),
      program: installedAs(folder) ?? `^${version}`,
      runtime: isOldRuntime ? pinnedRuntime : undefined,
      docsets: docsets.length ? docsets : sampleDocsets,
    }
    const files = initFiles(options, await textsOf(template))
    const kept = await writeFiles(folder, files)
    terminal.print(report(typed, [...files.keys()], kept, files.get('package.json') ?? ''))
    return 0
  },
}

function readTemplate(value: string): Template {
  const template = templates.find((item) => item === value)
  if (template) return template
  throw new UsageError(`There is no template \`${value}\`. Use ${templates.join(', ')}.`)
}

function readLocales(value: string): InitOptions['locales'] {
  const tags = value.split(',').map((item) => item.trim())
  for (const tag of tags) {
    // `french` is a sound tag of a language that nobody speaks.
    if (isTag(tag) && /^[a-z]{2,3}(?:-|$)/.test(tag)) continue
    throw new UsageError(
      `--locales has \`${tag}\`, which is no language. Write tags such as fr-FR.`,
    )
  }
  const [first = '', ...others] = [...new Set(tags)]
  return [first, ...others]
}

/** What a person at a terminal chooses; the first choice where there is none. */
async function asked(
  what: string,
  choices: readonly [string, ...string[]],
  { progress }: Terminal,
): Promise<string> {
  if (!progress || !process.stdin.isTTY) return choices[0]
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (
      (await reader.question(`${what} (${choices.join(', ')}; Enter for ${choices[0]}): `)) ||
      choices[0]
    )
  } finally {
    reader.close()
  }
}

/** Folders of docfx docsets, each one language, at most two levels down; paths as in a command. */
async function docsetsIn(folder: string, depth = 2): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  if (entries.some(({ name }) => name === '.openpublishing.publish.config.json')) return ['.']
  if (depth === 0) return []
  const found: string[] = []
  for (const { name } of entries.filter(
    (entry) => entry.isDirectory() && entry.name !== 'node_modules',
  )) {
    for (const inside of await docsetsIn(join(folder, name), depth - 1)) {
      found.push(inside === '.' ? name : `${name}/${inside}`)
    }
  }
  return found
}

async function textsOf(template: Template): Promise<Map<string, string>> {
  const folder = join(templatesFolder, template)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = paths.map(async (path): Promise<[string, string]> => [
    relative(folder, path).replaceAll(sep, '/'),
    await readFile(path, 'utf8'),
  ])
  return new Map(await Promise.all(texts))
}

/** Gives the paths of files that were there. */
async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const kept: string[] = []
  for (const [path, text] of files) {
    const to = join(folder, path)
    await mkdir(dirname(to), { recursive: true })
    try {
      await writeFile(to, text, { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      kept.push(path)
    }
  }
  return kept
}

function report(
  typed: string,
  paths: readonly string[],
  kept: readonly string[],
  packageText: string,
): string {
  const written = paths.filter((path) => !kept.includes(path))
  const go = typed === '.' ? '' : `cd ${typed} && `
  return [
    ...written.map((path) => `  ${path}`),
    `${written.length} files written.`,
    ...kept.map((path) => `${path} was there and stays as it is.`),
    ...(kept.includes('package.json')
      ? [`Add what it needs to package.json:\n${packageText}`]
      : []),
    `Next: ${go}npm install && npm run dev`,
  ].join('\n')
}

/** Generated guides on disk, many docsets in one project that has the program of this one. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { slugOf } from '#src/docsets/address.ts'
import type { CaseSite } from './compare.ts'
import type { GuideCase } from './guide-cases.ts'
import { runJson, unknownFiles } from './run.ts'

const program = join(import.meta.dirname, '../../..')
const kinds = { phase: 'phases', party: 'parties', service: 'services' } as const
const firstDocset = 7

/**
 * A project in a temporary folder; `remove` takes it away.
 *
 * @param locales - The site's: one that no case has pages in is a language that was only just added.
 */
export async function guideSite(
  locales: readonly string[],
): Promise<CaseSite<GuideCase> & { remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-agree-'))
  for (const part of ['src', 'plugins', 'public', 'astro.config.mjs', 'package.json'])
    await cp(join(program, part), join(folder, part), { recursive: true })
  await symlink(join(program, 'node_modules'), join(folder, 'node_modules'))
  const run = (...args: string[]) => runJson(folder, args)
  return {
    write: (cases) => writeContent(join(folder, 'content'), cases, locales),
    check: () => run('check'),
    build: (keepGoing) => run('build', ...(keepGoing ? ['--keep-going'] : [])),
    caseOf({ file, line }, cases) {
      if (file === 'content/site.config.ts') return cases[line - firstDocset]
      const [, id] = /^content\/docs\/[^/]+\/(c\d+)\//.exec(file) ?? []
      return cases.find((item) => item.id === id)
    },
    mend(item, problems) {
      const files = new Map(item.files)
      let mended = { ...item, files }
      for (const { file, line, ruleId } of problems) {
        const path = file.replace(/^content\/docs\/([^/]+)\/c\d+\//, '$1/')
        if (ruleId === 'label-missing') mended = { ...mended, labelled: [...locales] }
        else if (ruleId.startsWith('task-')) mended = { ...mended, tasks: [] }
        else if (file === 'content/site.config.ts') return undefined
        else if (item.files.has(path)) files.delete(path)
        else throw new Error(`${item.id} has no ${path}:${line}`)
      }
      return [...files.keys()].some((path) => path.endsWith('.mdx')) ? mended : undefined
    },
    unknown: (problems) => unknownFiles(problems, folder),
    describe: describeCase,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

function describeCase({ seed, files, ...facts }: GuideCase): string {
  const contents = [...files].map(([path, content]) =>
    typeof content === 'string' ? `--- ${path}\n${content.slice(0, 600)}` : `--- ${path}`,
  )
  return [`SEED=${seed} shows it alone:`, ...contents, JSON.stringify(facts)].join('\n')
}

async function writeContent(
  folder: string,
  cases: readonly GuideCase[],
  locales: readonly string[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const item of cases) {
    for (const [path, content] of item.files)
      await write(join(folder, 'docs', path.replace('/', `/${item.id}/`)), content)
  }
  await write(join(folder, 'site.config.ts'), configOf(cases, locales))
  for (const locale of locales) {
    const strings = join(program, `content/ui/${locale}.json`)
    const known = JSON.parse(await readFile(strings, 'utf8').catch(() => '{}')) as object
    const own = Object.entries(known).filter(
      ([key]) => !/^(?:live-edu|write|fasttrack)\./.test(key),
    )
    const labels = cases.flatMap((candidate) => labelsOf(candidate, locale))
    const all = [...own, ...labels]
    // A language that was just added has no strings at all.
    if (all.length)
      await write(join(folder, `ui/${locale}.json`), JSON.stringify(Object.fromEntries(all)))
  }
}

/** Each docset is a line, by which problems are known to be its. */
function configOf(cases: readonly GuideCase[], locales: readonly string[]): string {
  const docsets = cases.map(({ id, source, phases, parties, services, tasks, files }) => {
    const pages = [...files.keys()]
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => slugOf(path.slice(path.indexOf('/') + 1)) || 'index')
    const toc = [...new Set(pages)]
    const [first, ...rest] = toc.toSorted((a, b) => Number(b === 'index') - Number(a === 'index'))
    const given = { source, phases, parties, services, tasks, toc: [{ page: first, pages: rest }] }
    return `{ id: '${id}', ${JSON.stringify(given)
      .slice(1, -1)
      .replace(/"(\w+)":/g, '$1: ')} },`
  })
  return [
    'export default {',
    "url: 'https://x.example',",
    "base: '/',",
    `locales: ${JSON.stringify(locales)},`,
    "title: { en: 'Generated' },",
    'docsets: [',
    ...docsets,
    ']}',
    '',
  ].join('\n')
}

function labelsOf(item: GuideCase, locale: string): [string, string][] {
  if (!item.labelled.includes(locale)) return []
  const labels = Object.entries(kinds).flatMap(([kind, list]) =>
    item[list].map((id): [string, string] => [`${item.id}.${kind}.${id}`, labelOf(id)]),
  )
  const tasks = item.tasks.map(({ id }): [string, string] => [`${item.id}.task.${id}`, labelOf(id)])
  return [...labels, ...tasks]
}

function labelOf(id: string): string {
  return id.replace(/^./, (letter) => letter.toUpperCase())
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

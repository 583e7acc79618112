/** A project whose guides have three pages in two languages: a command reads them in milliseconds. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll } from 'vitest'
import type { run as runCommand } from '#src/cli/run.ts'
import { temporaryFolder } from './folder.ts'

type Run = typeof runCommand

const project = new URL('../..', import.meta.url).pathname

const config = `export default {
  version: 1,
  url: 'https://passerelle.example',
  base: '/',
  locales: ['en', 'fr-FR'],
  title: { en: 'Small', 'fr-FR': 'Petit' },
  docsets: [
    {
      id: 'fasttrack',
      source: 'en',
      phases: ['assess', 'enable'],
      parties: ['customer', 'fasttrack'],
      toc: [{ page: 'index', pages: ['assess', 'enable'] }],
    },
  ],
}
`

const page = (title: string, ...content: readonly string[]) =>
  `---\ntitle: ${title}\ndescription: ${title}, in short.\nupdated: 2026-11-22\n---\n\n${content.join('\n\n')}\n`

const inPhase = (phase: string, text: string) => text.replace('\n---\n', `\nphase: ${phase}\n---\n`)

/** The headings, steps and sentences of the project’s own pages that tests change. */
const pages = {
  'en/fasttrack/index': page('The journey', 'Start with [Assess](./assess.mdx).'),
  'en/fasttrack/assess': inPhase(
    'assess',
    page(
      'Assess',
      'In this phase you compare what you have with what you need.',
      '## Assess what you have',
      ':::procedure{by="customer fasttrack"}\n1. :step{#plan-success} **Plan for success.** In a call.\n' +
        '2. :step{#gather-data} **Gather data about your environment.** With tools.\n:::',
      '## What you have to bring',
      'The right people.',
      '## What next',
      'Go on to [Enable](./enable.mdx).',
    ),
  ),
  'en/fasttrack/enable': inPhase(
    'enable',
    page(
      'Enable',
      '## Start the services',
      ':::procedure{by=customer}\n1. :step{#assign-licences} **Assign licences.** To everybody.\n:::',
    ),
  ),
  'fr-FR/fasttrack/index': page('Le parcours', 'Commencez par l’[évaluation](./assess.mdx).'),
  'fr-FR/fasttrack/assess': page(
    'Évaluation',
    'Dans cette phase, vous comparez ce que vous avez et ce qu’il vous faut.',
    '## Évaluer l’existant',
    ':::procedure\n1. **Préparez la réussite.** Lors d’un appel.\n' +
      '2. **Recueillez les données de votre environnement.** Avec des outils.\n:::',
    '## Ce que vous devez apporter',
    'Les bonnes personnes.',
    '## Et ensuite',
    'Passez à l’[activation](./enable.mdx).',
  ),
  'fr-FR/fasttrack/enable': page(
    'Activation',
    '## Mettre les services en route',
    ':::procedure\n1. **Attribuez les licences.** À tout le monde.\n:::',
  ),
}

export interface SmallGuides {
  /** Folder of the project. */
  root: string
  /** Where its builds go. */
  dist: string
  /** Replace words in a file; fails when they are not there. */
  edit: (path: string, from: string, to: string) => Promise<void>
  /** Run the command line on it. */
  run: (...args: readonly string[]) => Promise<{ code: number; output: string }>
  /** Run it on a copy of the project. */
  runIn: (folder: string, ...args: readonly string[]) => ReturnType<SmallGuides['run']>
}

/**
 * Give a function that writes such a project to a folder of the test's own, gone when the test ends.
 *
 * It has no ledger and no locks of translations. The program takes its configuration from beside itself, so
 * the tests of a file run a copy of it, made once.
 */
export function smallGuides(): () => Promise<SmallGuides> {
  let run: Run
  beforeAll(async () => {
    const program = await mkdtemp(join(tmpdir(), 'passerelle-program-'))
    await copyWithSmallGuides(program)
    ;({ run } = (await import(join(program, 'src/cli/run.ts'))) as { run: Run })
    return () => rm(program, { recursive: true, force: true, maxRetries: 5 })
  })
  const runIn: SmallGuides['runIn'] = async (root, ...args) => {
    const lines: string[] = []
    const print = (text: string) => void lines.push(text)
    const code = await run(args, { cwd: root, root, print, warn: print })
    return { code, output: lines.join('\n') }
  }
  return async () => {
    const root = await temporaryFolder()
    await writeSmallContent(root)
    return {
      root,
      dist: join(root, 'dist'),
      async edit(path, from, to) {
        const text = await readFile(join(root, path), 'utf8')
        if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
        await writeFile(join(root, path), text.replace(from, to))
      },
      run: (...args) => runIn(root, ...args),
      runIn,
    }
  }
}

/** The program with these guides in place of its own, in a folder that is there or not. */
export async function copyWithSmallGuides(folder: string): Promise<void> {
  for (const part of ['src', 'plugins', 'public', 'astro.config.mjs', 'package.json'])
    await cp(join(project, part), join(folder, part), { recursive: true })
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  await writeSmallContent(folder)
}

/** Write the content of such a project, its configuration included. */
export async function writeSmallContent(root: string): Promise<void> {
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, 'content', path)), { recursive: true })
    await writeFile(join(root, 'content', path), text)
  }
  await write('site.config.ts', config)
  for (const [path, text] of Object.entries(pages)) await write(`docs/${path}.mdx`, text)
  for (const locale of ['en', 'fr-FR']) {
    const strings = await readFile(join(project, `content/ui/${locale}.json`), 'utf8')
    const all = JSON.parse(strings) as Record<string, string>
    const own = Object.entries(all).filter(([key]) => !/^(?:live-edu|write)\./.test(key))
    await write(`ui/${locale}.json`, JSON.stringify(Object.fromEntries(own)))
  }
}

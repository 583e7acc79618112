/**
 * The small site whose files the manual's examples of rules are.
 *
 * Its docset `guide` is written in English and translated into French, as pages of guides or as a docfx docset
 * where an example shows files of one. What an example leaves out is added here: front matter, labels, pages
 * that the configuration names.
 */
import type { ReportedProblem } from '#src/report/problems.ts'
import { toProblems } from '#src/report/problems.ts'
import { overdueReviews } from '#src/report/overdue-reviews.ts'
import { problemsOf as problemsOfSite } from '#src/report/site-problems.ts'
import { type SiteSources, findDocfxSite, findGuideSite } from '#src/docsets/find-site.ts'
import { type ReadSite, readSite } from '#src/docsets/read-site.ts'
import { checkBuilt } from '#src/permalinks/built/check.ts'
import { scanHtml } from '#src/permalinks/built/scan.ts'
import { applyLedger } from '#src/permalinks/apply.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { lintSite } from '#src/cli/lint.ts'
import { findSiteLinks } from '#src/theming/site-links.ts'
import { findTheme } from '#src/theming/find-theme.ts'
import { rulesOfExchange } from './example-exchange.ts'
import { configVersion } from '#src/config/site-config.ts'
import { type Tree, png, treeFiles } from './tree.ts'

const configFile = 'content/site.config.ts'
const guides = 'content/docs/'
const built = 'dist/'
const ledger = 'content/permalinks.json'

const labels = {
  en: [
    'Assess',
    'Enable',
    'Customer',
    'Partner',
    'Microsoft Teams',
    'Sign-in',
    'Synchronized',
    'Federated',
    'Get help',
  ],
  'fr-FR': [
    'Évaluation',
    'Activation',
    'Client',
    'Partenaire',
    'Microsoft Teams',
    'Connexion',
    'Synchronisées',
    'Fédérées',
    'Se faire aider',
  ],
}
const names = [
  'phase.assess',
  'phase.enable',
  'party.customer',
  'party.partner',
  'service.teams',
  'choice.sign-in',
  'option.synchronized',
  'option.federated',
  'task.help',
]

const docsetKeys = [
  'id',
  'source',
  'toc',
  'phases',
  'alongside',
  'parties',
  'services',
  'choices',
  'tasks',
]

/** The rules by which `check` speaks of the site with these files, or another command of a file that it reads. */
export async function rulesOfExample(example: Tree): Promise<string[]> {
  const work = Object.entries(example).find(([path]) => path.endsWith('.po'))
  const rules = work
    ? rulesOfExchange(String(work[1]))
    : (await problemsOf(example)).map(({ ruleId }) => ruleId)
  return [...new Set(rules)]
}

async function problemsOf(example: Tree): Promise<readonly ReportedProblem[]> {
  if (Object.keys(example).some((path) => path.startsWith(built))) return builtProblems(example)
  const isDocfx = Object.keys(example).some((path) => !path.startsWith('content/'))
  const config = valuesIn(example[configFile])
  const tree = { ...(isDocfx ? docfxTree(example) : guideTree(example)), ...strings(example) }
  const options = { root: '', files: treeFiles(tree), nameOf: (path: string) => path.slice(1) }
  const found = isDocfx
    ? await findDocfxSite(foldersOf(tree), {
        ...options,
        url: 'https://guides.example',
        base: '/',
        config,
      })
    : await findGuideSite(guideConfig(tree, config), options)
  return checked(found)
}

async function checked(found: SiteSources): Promise<readonly ReportedProblem[]> {
  const read = applyLedger(await readSite(await withStates(found, '')))
  const linted = await lintSite(found, {}, { cwd: '', root: '' })
  const look = await lookMessages(found, read)
  const overdue = overdueReviews(read.documents, new Date('2026-12-01T00:00:00Z'))
  return [...problemsOfSite(read), ...toProblems([...linted.messages, ...look, ...overdue])]
}

/** What is said of the theme, and of the links around each page. */
async function lookMessages({ config, context, site }: SiteSources, { documents }: ReadSite) {
  if (!config) return []
  const theme = await findTheme(config.values, '/content', config, context.files)
  const frame = await findSiteLinks(config.values, config, {
    site,
    documents,
    made: [],
    publicFiles: context.publicFiles,
  })
  return [...theme.messages, ...frame.messages]
}

/** What `links check` says of a built site that has these files besides two pages in both languages. */
function builtProblems(example: Tree): readonly ReportedProblem[] {
  const html = (lang: string, body: string) => `<html lang="${lang}"><body>${body}</body></html>`
  const own = Object.entries(example).map(([path, body]) => {
    const file = path.slice(built.length)
    return [file, html(file.startsWith('fr-') ? 'fr-FR' : 'en', String(body))] as const
  })
  const texts = new Map([
    ['en/index.html', html('en', '')],
    ['fr-fr/index.html', html('fr-FR', '')],
    ['en/guide/licences/index.html', html('en', '<h2 id="buy">Buy</h2>')],
    ['fr-fr/guide/licences/index.html', html('fr-FR', '<h2 id="buy">Acheter</h2>')],
    ...own,
  ])
  const findings = checkBuilt({
    origin: 'https://guides.example',
    base: '/guides/',
    files: new Set(texts.keys()),
    pages: new Map([...texts].map(([file, text]) => [file, scanHtml(text)])),
    lists: [],
    nameOf: (file) => built + file,
  })
  return toProblems(findings.map(({ message }) => message))
}

/** Lines of the configuration as an example shows them: some keys of the site or of its docset. */
function valuesIn(lines: string | Uint8Array | undefined): Readonly<Record<string, unknown>> {
  if (typeof lines !== 'string') return { version: configVersion }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  const values = new Function(`return {${lines}}`)() as Record<string, unknown>
  return { version: configVersion, ...values }
}

function guideConfig(tree: Tree, values: Readonly<Record<string, unknown>>): object {
  const hasLedger = ledger in tree
  const isOfDocset = ([key]: [string, unknown]) => docsetKeys.includes(key)
  const entries = Object.entries(values)
  const docset = {
    id: 'guide',
    source: 'en',
    toc: pagesOf(tree),
    // A ledger without what the site makes of its phases and parties is shorter to read.
    ...(!hasLedger && {
      phases: ['assess', 'enable'],
      parties: ['customer', 'partner'],
      services: ['teams'],
      choices: [{ id: 'sign-in', options: ['synchronized', 'federated'] }],
    }),
    ...Object.fromEntries(entries.filter(isOfDocset)),
  }
  return {
    url: 'https://guides.example',
    locales: ['en', 'fr-FR'],
    title: { en: 'Guides', 'fr-FR': 'Guides' },
    docsets: [docset],
    ...Object.fromEntries(entries.filter((entry) => !isOfDocset(entry))),
  }
}

/** All of them, the first page first. */
function pagesOf(tree: Tree): string[] {
  const slugs = ['en', 'fr-FR'].flatMap((locale) => {
    const folder = `${guides}${locale}/guide/`
    return Object.keys(tree).flatMap((path) =>
      path.startsWith(folder) && path.endsWith('.mdx')
        ? [path.slice(folder.length, -'.mdx'.length)]
        : [],
    )
  })
  return [...new Set(['index', ...slugs])]
}

function guideTree(example: Tree): Tree {
  const pages: Record<string, string | Uint8Array> = {
    [`${guides}en/guide/index.mdx`]: 'Start here.\n',
    [`${guides}fr-FR/guide/index.mdx`]: 'Commencez ici.\n',
    [`${guides}en/guide/portal.png`]: png,
  }
  // One that an example shows has a counterpart only if the example shows it.
  if (`${guides}en/guide/index.mdx` in example) delete pages[`${guides}fr-FR/guide/index.mdx`]
  // The source says the phase; where that is French, examples go without.
  const hasPhases = !(ledger in example || valuesIn(example[configFile])['source'])
  return Object.fromEntries(
    Object.entries({ ...pages, ...example }).map(([path, text]) => [
      path,
      withFront(path, text, hasPhases),
    ]),
  )
}

function withFront(path: string, text: string | Uint8Array, hasPhases = true): string | Uint8Array {
  if (typeof text !== 'string' || !/\.mdx?$/.test(path) || text.startsWith('---')) return text
  if (/\/TOC\.md$|\/includes\//.test(path)) return text
  if (path.endsWith('.md')) return `---\ntitle: Page\ndescription: What it says.\n---\n\n${text}`
  const isFrench = path.startsWith(`${guides}fr-FR/`)
  const [title, description] = isFrench ? ['Préparer', 'Tout prêt.'] : ['Prepare', 'All set.']
  const phase = isFrench || !hasPhases ? '' : 'phase: assess\n'
  return `---\ntitle: ${title}\ndescription: ${description}\nupdated: 2026-11-30\n${phase}---\n\n${text}`
}

/** The labels of its names, with those of an example. */
function strings(example: Tree): Tree {
  const files = Object.entries(labels).map(([locale, words]) => {
    const path = `content/ui/${locale}.json`
    const own = Object.fromEntries(names.map((name, index) => [`guide.${name}`, words[index]]))
    const given = example[path] === undefined ? {} : parsed(example[path])
    return [path, given ? JSON.stringify({ ...own, ...given }) : (example[path] ?? '')] as const
  })
  return Object.fromEntries(files)
}

/** Nothing for what is not JSON, which an example may be about. */
function parsed(text: string | Uint8Array): object | undefined {
  try {
    return JSON.parse(String(text)) as object
  } catch {
    return undefined
  }
}

function docfxTree(example: Tree): Tree {
  const pages = { 'en-us/guide/index.md': '# Guide\n', 'en-us/guide/portal.png': png }
  const all = { ...docfxConfig('en-us'), ...docfxConfig('fr-fr'), ...pages, ...example }
  const paths = Object.keys(example)
  return Object.fromEntries(
    Object.entries(all)
      .filter(
        ([path]) => !path.startsWith('fr-fr/') || paths.some((own) => own.startsWith('fr-fr/')),
      )
      .map(([path, text]) => [path, withFront(path, text)]),
  )
}

/** The folders of languages that the command is given. */
function foldersOf(tree: Tree): string[] {
  const tops = Object.keys(tree).map((path) => path.split('/')[0] ?? '')
  return [...new Set(tops)].filter((top) => top !== 'content')
}

function docfxConfig(folder: string): Tree {
  const docset = { docset_name: 'Guide', build_source_folder: 'guide', locale: folder }
  const content = [{ files: ['**/*.md', '**/*.yml'], exclude: ['**/includes/**'] }]
  return {
    [`${folder}/.openpublishing.publish.config.json`]: JSON.stringify({
      docsets_to_publish: [docset],
    }),
    [`${folder}/guide/docfx.json`]: JSON.stringify({
      build: { content, resource: [{ files: ['**/*.png'] }] },
    }),
  }
}

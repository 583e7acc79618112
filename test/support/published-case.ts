/**
 * A generated docset for the question which of its files are published: files of many names and kinds,
 * symbolic links, patterns, and a page that links to all of them in one way or another.
 *
 * Every file holds a canary of its own. What is expected is worked out here in the simplest way, by the
 * words of the rule, so that it shares no code with what is tested.
 */
import { matchesGlob } from 'node:path'
import { docfxFiles, readDiskSite, writeTree, type Patterns } from './disk-site.ts'
import { type Random, randomOf } from './random.ts'
import { temporaryFolder } from './folder.ts'

const folders = ['', 'media/', 'files/deep/', 'obj/', 'includes/', '.hidden/', 'Éclair/']
const stems = ['x', 'a b', 'ünder', 'index', 'toc', 'docfx', 'c#', '100%', 'evil.min', 'a(1)']
const plainExtensions = ['csv', 'txt', 'pdf', 'JSON', 'zip', 'yaml']
const activeExtensions = [
  'html',
  'HTM',
  'xhtml',
  'js',
  'mjs',
  'xml',
  'xsl',
  'swf',
  'wasm',
  'mht',
  'zzz',
  'css',
]
const extensions = [...plainExtensions, ...activeExtensions, 'svg', 'md', '']

const globs = [
  '**/*',
  '**/*.{csv,txt}',
  'media/**',
  '**/*.html',
  '**/x.*',
  '**/*.{svg,json,pdf,yml}',
  '*',
]
const excludes = ['**/obj/**', 'media/**', '**/*.js', '**/x.*', 'files/**']

interface Case {
  root: string
  /** Canary by path in the docset. */
  canaries: ReadonlyMap<string, string>
  /** Path on the site of what should be published, and its canary. */
  expected: ReadonlyMap<string, string>
  /** A text for messages when the case fails. */
  about: string
  config: { downloads: string[] }
}

/** What a generated docset published, beside what it should have. */
export interface Outcome {
  about: string
  expected: string[]
  published: string[]
  /** Canaries of files that are not published and were found in the output all the same. */
  leaked: string[]
  /** Links that are neither published nor told. */
  silent: string[]
}

export async function publishedCase(seed: number): Promise<Outcome> {
  const made = await makeCase(seed)
  const site = await readDiskSite(made.root, ['en-us'], made.config)
  const published = await site.published()
  published.delete('downloads/.htaccess')
  const { documents, contents } = site.read
  const drawn = documents.map(({ content, page }) => JSON.stringify([content, page])).join('\n')
  const output = [drawn, JSON.stringify(contents), ...published.values()].join('\n')
  const pages = [...made.canaries].filter(([path]) => isPage(path)).map(([, canary]) => canary)
  const allowed = new Set([...made.expected.values(), ...pages])
  const messages = new Set(site.lines.map((line) => line.split(':')[1]))
  const silent = [...made.canaries.keys()].flatMap((path, index) => {
    const isPublished = [...made.expected.keys()].some((to) => to.endsWith(`en-us/docs/${path}`))
    const leadsToPage = isPage(path) || made.canaries.has(`${path}.md`)
    return isPublished || messages.has(String(index + firstLine)) || leadsToPage ? [] : [path]
  })
  return {
    about: made.about,
    expected: [...made.expected.keys()].toSorted(),
    published: [...published.keys()].toSorted(),
    leaked: [...made.canaries.values(), 'canary-outside'].filter(
      (canary) => output.includes(canary) && !allowed.has(canary),
    ),
    silent,
  }
}

/** Line of the first link in the page. */
const firstLine = 6

async function makeCase(seed: number): Promise<Case> {
  const random = randomOf(seed)
  const root = await temporaryFolder()
  const contents = filesOf(random)
  const patterns = patternsOf(random)
  const links = linksOf(random, [...contents.keys()])
  const downloads = random.once(2) ? [] : [random.pick(['**/*.html', 'docs/media/**', '**'])]
  const paths = [...contents.keys(), ...links.keys()]
  const page = ['---', 'title: A', 'description: D', '---', '', ...paths.map(linkTo)].join('\n')
  const tree = Object.fromEntries([...contents].map(([path, text]) => [`en-us/docs/${path}`, text]))
  await writeTree(
    root,
    {
      ...tree,
      ...docfxFiles('en-us', patterns),
      'en-us/docs/zz-page.md': page,
      'outside/secret.txt': 'canary-outside',
      'en-us/beside.txt': 'canary-outside',
    },
    Object.fromEntries([...links].map(([path, to]) => [`en-us/docs/${path}`, to])),
  )
  const expected = new Map<string, string>()
  const canaries = new Map<string, string>()
  for (const path of paths) {
    const target = links.has(path) ? (links.get(path) ?? '') : path
    // What a link to a file beside it reads is what that file holds.
    const canary = canaryOf(contents.get(target) ?? '') || 'canary-outside'
    canaries.set(path, canary)
    const to = placeOf(path, target, patterns, downloads)
    // A page may be linked to without its extension.
    const isPageName = contents.has(`${path}.md`)
    if (to && contents.has(target) && !isPageName) expected.set(to, canary)
  }
  const about = JSON.stringify({ seed, paths, links: [...links], patterns, downloads })
  return { root, canaries, expected, about, config: { downloads } }
}

function filesOf(random: Random): Map<string, string> {
  const files = new Map<string, string>()
  for (let index = 0; index < 10; index++) {
    const extension = random.pick(extensions)
    const stem = random.pick(stems)
    const path = `${random.pick(folders)}${stem}${extension && `.${extension}`}`
    // Two names that differ by letter case only are one to docfx.
    const isTaken = [...files.keys()].some((value) => value.toLowerCase() === path.toLowerCase())
    if (isTaken || path.toLowerCase() === 'docfx.json') continue
    files.set(path, textOf(extension, `canary-${index}-end`))
  }
  return files
}

function textOf(extension: string, canary: string): string {
  if (extension === 'svg') {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>${canary}</title><script>1</script></svg>`
  }
  if (extension === 'md') return `---\ntitle: P\ndescription: D\n---\n${canary}\n`
  return canary
}

function canaryOf(text: string): string {
  return /canary-\w+-end/.exec(text)?.[0] ?? ''
}

function patternsOf(random: Random): Patterns & { resource: object[] } {
  const set = () => ({
    files: [random.pick(globs), random.pick(globs)],
    exclude: random.once(2) ? [] : [random.pick(excludes)],
    ...(random.once(4) && { src: 'media' }),
  })
  return { resource: random.once(6) ? [] : random.once(2) ? [set()] : [set(), set()] }
}

/** Links in the docset's folder, to a file in it or to something outside. */
function linksOf(random: Random, paths: readonly string[]): Map<string, string> {
  const outside = ['../beside.txt', '../../outside/secret.txt', '/etc/hostname', 'docfx.json', '.']
  const links = new Map<string, string>()
  for (const name of ['link.txt', 'link.csv', 'link2.html']) {
    if (random.once(2)) links.set(name, random.once(2) ? random.pick(outside) : random.pick(paths))
  }
  return links
}

function linkTo(path: string): string {
  return `[x](<${path.split('/').map(encodeURIComponent).join('/')}>)\n`.trimEnd()
}

/** By the rule: source or not, taken by a pattern or not, active or not. */
function placeOf(
  path: string,
  target: string,
  { resource }: { resource: object[] },
  downloads: readonly string[],
): string | undefined {
  const isTaken = [path, target].every(
    (value) =>
      !isSource(value) &&
      !isPage(value) &&
      (resource as FileSet[]).some((set) => takes(set, value)),
  )
  if (!isTaken) return undefined
  const [, extension = ''] = /[^/]\.([a-z]+)$/i.exec(path) ?? []
  const isPlain = [...plainExtensions, 'svg'].some(
    (value) => value.toLowerCase() === extension.toLowerCase(),
  )
  if (isPlain) return `en-us/docs/${path}`
  const isAllowed = downloads.some((glob) => takes({ files: [glob] }, `docs/${path}`))
  return isAllowed ? `downloads/en-us/docs/${path}` : undefined
}

interface FileSet {
  files: readonly string[]
  exclude?: readonly string[]
  src?: string
}

/** Node’s own globs, which are not those of the program; letter case does not count. */
function takes({ files, exclude = [], src }: FileSet, path: string): boolean {
  const start = src ? `${src}/` : ''
  if (!path.startsWith(start)) return false
  const inside = path.slice(start.length).toLowerCase()
  const matches = (glob: string) => matchesGlob(inside, glob.toLowerCase())
  return files.some(matches) && !exclude.some(matches)
}

function isSource(path: string): boolean {
  const names = path.toLowerCase().split('/')
  const last = names.at(-1) ?? ''
  return (
    names.some((name) => name.startsWith('.')) ||
    ['docfx.json', 'toc.md', 'toc.yml', 'toc.yaml', 'toc.json'].includes(last)
  )
}

function isPage(path: string): boolean {
  return /\.md$/i.test(path) && !isSource(path)
}

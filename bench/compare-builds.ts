/**
 * Compare two built sites page by page: visible text, ids, and addresses of links and images.
 *
 *     node bench/compare-builds.ts <before> <after>
 *
 * Prints each page that only one of them has, and for each page that differs what each side has that
 * the other lacks. Names of hashed files under `_astro/` do not count. Exit code 1 if anything differs.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** What readers and links rely on in a page, each a list in document order. */
interface PageContent {
  text: string[]
  ids: string[]
  addresses: string[]
}

const parser = unified().use(rehypeParse)
const addressAttributes = ['href', 'src', 'srcSet'] as const

/** Elements within a line of text: how many of them a text is made of does not show. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code em i kbd mark q s small span strong sub sup u var wbr'.split(' '),
)

const [before, after] = process.argv.slice(2)
if (!before || !after) {
  console.error('Usage: node bench/compare-builds.ts <before> <after>')
  process.exitCode = 2
} else {
  process.exitCode = (await compareBuilds(before, after)) ? 1 : 0
}

/** The number of pages that differ. */
async function compareBuilds(before: string, after: string): Promise<number> {
  const [old, fresh] = await Promise.all([before, after].map(pagesIn))
  const onlyOld = old!.filter((page) => !fresh!.includes(page))
  const onlyFresh = fresh!.filter((page) => !old!.includes(page))
  for (const page of onlyOld) console.log(`only in ${before}: ${page}`)
  for (const page of onlyFresh) console.log(`only in ${after}: ${page}`)
  const shared = old!.filter((page) => fresh!.includes(page))
  let different = 0
  for (const page of shared) {
    const [a, b] = await Promise.all([before, after].map((folder) => readContent(folder, page)))
    const lines = (['text', 'ids', 'addresses'] as const).flatMap((kind) =>
      differences(kind, a![kind], b![kind]),
    )
    if (lines.length === 0) continue
    different++
    console.log(`${page}\n${lines.join('\n')}`)
  }
  console.log(`${shared.length} pages compared, ${different} differ`)
  return different + onlyOld.length + onlyFresh.length
}

async function pagesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => file.endsWith('.html')).sort()
}

async function readContent(folder: string, page: string): Promise<PageContent> {
  const tree = parser.parse(await readFile(join(folder, page), 'utf8'))
  const content: PageContent = { text: [], ids: [], addresses: [] }
  content.text.push(...linesOf(textOf(tree)))
  visit(tree, 'element', (node) => readAttributes(node, content))
  return content
}

/** The text that is shown, with line breaks around all but inline elements. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll(/\s+/g, ' ')
  if (!('children' in node)) return ''
  const text = node.children.map(textOf).join('')
  if (node.type !== 'element' || inline.has(node.tagName)) return text
  return ['script', 'style', 'template'].includes(node.tagName) ? '' : `\n${text}\n`
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '))
    .filter(Boolean)
}

function readAttributes({ properties }: Element, { ids, addresses, text }: PageContent): void {
  if (properties.id) ids.push(String(properties.id))
  for (const label of [properties.ariaLabel, properties.alt]) if (label) text.push(String(label))
  for (const name of addressAttributes) {
    const address = properties[name]
    if (address) addresses.push(String(address).replaceAll(/\/_astro\/[^\s,]+/g, '/_astro/'))
  }
}

/** One line for each item that one side has more often than the other. */
function differences(kind: string, before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of before) counts.set(item, (counts.get(item) ?? 0) - 1)
  for (const item of after) counts.set(item, (counts.get(item) ?? 0) + 1)
  const lines = [...counts].filter(([, count]) => count !== 0)
  return lines.map(([item, count]) => `  ${kind} ${count > 0 ? '+' : '-'} ${item}`)
}

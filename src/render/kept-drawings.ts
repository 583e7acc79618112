/**
 * Keep what templates have drawn: a page is drawn again when the theme, or something that its template is given or
 * may look up, has changed.
 */
import { digest, digestAll } from '../facts/digest.ts'
import type { FactStore } from '../facts/store.ts'
import type { Page } from '../docsets/page.ts'
import type { SiteContent } from './content.ts'
import type { Drawing } from './draw.ts'

/** Templates that look nothing up but the content of the pages that they are given. All others may use all there is. */
const ofPages: ReadonlySet<string> = new Set([
  'src/pages/[locale]/[docset]/[...page]/index.astro',
  'src/pages/[locale]/[docset]/[...page]/original/index.astro',
  'src/pages/go/[...id]/index.astro',
])

/** Gives the bytes of a drawing, from an earlier build where they would be the same. */
export type DrawKept = (drawing: Drawing) => Promise<Uint8Array>

/** @param theme - Key of the compiled theme. */
export function keptDrawings(store: FactStore, theme: string, content: SiteContent): DrawKept {
  const common = commonDigest(theme, content)
  let all: string | undefined
  return async (drawing) => {
    const { template, file, props } = drawing
    const looked = ofPages.has(template)
      ? pagesDigest(Object.values(props), content)
      : (all ??= wholeDigest(content))
    const key = digestAll(['drawing', common, template, file, ...Object.values(props), looked])
    const kept = unpack(await store.read(key))
    if (kept) return kept
    const bytes = await drawing.draw()
    await store.write(key, pack(bytes))
    return bytes
  }
}

/** What every page shows: the frame. Its footer says whether something is translated. */
function commonDigest(theme: string, { site, isBuild, translations }: SiteContent): string {
  const targets = translations.map(({ targetLocale }) => targetLocale)
  return digestAll([theme, site, isBuild, [...new Set(targets)].toSorted()])
}

function pagesDigest(props: readonly unknown[], content: SiteContent): string {
  const parts = props.filter(isPage).flatMap((page) => content.pageContent(page))
  // A component looks up the steps of its docset, in the language of the page that has it.
  const hasComponent = parts.some((part) => typeof part !== 'string')
  return digestAll([...parts, hasComponent ? content.contents.map(digest) : ''])
}

function wholeDigest(content: SiteContent): string {
  const { pages, contents, goLinkEntries, translations, searchWords } = content
  return digestAll([
    pages.map((page) => [digest(page), ...content.pageContent(page).map(digest)]),
    contents.map(digest),
    goLinkEntries,
    translations,
    searchWords,
  ])
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'contentLocale' in value
}

/** The digest comes first: a file that was cut off, or that somebody changed, is no page. */
function pack(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  return `${digest(text)}\n${text}`
}

function unpack(packed: string | undefined): Uint8Array | undefined {
  if (packed === undefined) return undefined
  const end = packed.indexOf('\n')
  const text = packed.slice(end + 1)
  return digest(text) === packed.slice(0, end) ? Buffer.from(text, 'latin1') : undefined
}

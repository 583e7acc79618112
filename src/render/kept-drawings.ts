/**
 * Keep what templates have drawn: a page is drawn again when the theme, or something that its template is given or
 * may look up, has changed.
 */
import { digest, digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import type { Page } from '../docsets/page.ts'
import { type Scan, scanHtml } from '../permalinks/built/scan.ts'
import type { SiteContent } from './content.ts'
import type { Drawing } from './draw.ts'

/** Templates that look nothing up but the content of the pages that they are given. All others may use all there is. */
const ofPages: ReadonlySet<string> = new Set([
  'src/pages/[locale]/[docset]/[...page]/index.astro',
  'src/pages/[locale]/[docset]/[...page]/original/index.astro',
  'src/pages/go/[...id]/index.astro',
])

/** A file that a template has made. */
export interface Drawn {
  bytes: Uint8Array
  /** Ids and addresses of a page. */
  scan: Scan | undefined
}

/** Gives what a drawing draws, from an earlier build where it would be the same. */
export type DrawKept = (drawing: Drawing) => Promise<Drawn>

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
    const kept = unpackRecord<Scan | null>(await store.read(key))
    if (kept) return { bytes: kept.body, scan: kept.head ?? undefined }
    const bytes = await drawing.draw()
    const scan = file.endsWith('.html') ? scanHtml(Buffer.from(bytes).toString()) : undefined
    await store.write(key, packRecord(scan ?? null, bytes))
    return { bytes, scan }
  }
}

/** What every page shows: the frame. Its footer says whether something is translated. */
function commonDigest(theme: string, { site, isBuild, translations }: SiteContent): string {
  const targets = translations.map(({ targetLocale }) => targetLocale)
  return digestAll([theme, site, isBuild, [...new Set(targets)].toSorted()])
}

function pagesDigest(props: readonly unknown[], content: SiteContent): string {
  const pages = props.filter(isPage)
  // A component looks up the steps of its docset, in the language of the page that has it.
  const hasComponent = pages.some((page) => content.hasComponents(page))
  return digestAll([
    ...pages.map((page) => content.contentDigest(page)),
    hasComponent ? content.contents.map(digest) : '',
  ])
}

function wholeDigest(content: SiteContent): string {
  const { pages, contents, goLinkEntries, translations, searchWords } = content
  return digestAll([
    pages.map((page) => [digest(page), content.contentDigest(page)]),
    contents.map(digest),
    goLinkEntries,
    translations,
    searchWords,
  ])
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'contentLocale' in value
}

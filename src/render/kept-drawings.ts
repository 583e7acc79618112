/**
 * Keep what templates have drawn: a page is drawn again when the theme, or something that its template is given or
 * looks up, has changed.
 */
import { digest, digestAll } from '../facts/digest.ts'
import { type FactStore, recallStored } from '../facts/store.ts'
import {
  type LookUp,
  type Questions,
  isCurrent,
  note,
  questionsOf,
  record,
} from '../facts/trace.ts'
import { type Scan, scanHtml } from '../permalinks/built/scan.ts'
import type { Page } from '../docsets/page.ts'
import type { SiteContent } from './content.ts'
import type { Drawing } from './draw.ts'

/** Templates that draw what they are given, and what they ask for. All others may use all that is known of pages. */
const ofPages: ReadonlySet<string> = new Set([
  '[locale]/[docset]/[...page]/index.astro',
  '[locale]/[docset]/[...page]/index.md.ts',
  '[locale]/[docset]/[...page]/original/index.astro',
  'go/[...id]/index.astro',
])

/** What is drawn in less time than a cache takes to keep it, and to find it again. */
const notKept = 'go/[...id]/index.astro'

/** What a file was drawn from, and what is in it. */
export interface KnownDrawing {
  /** Digest of what its template was given. */
  key: string
  /** What the template asked for. */
  questions: Questions
  /** Ids and addresses of a page. */
  scan: Scan | undefined
}

/** A file that a template has made. */
interface Drawn {
  bytes: Uint8Array
  /** Of the bytes. */
  digest: string
  drawing: KnownDrawing
}

/** What templates draw, from an earlier build where it would be the same. */
export interface DrawKept {
  draw: (drawing: Drawing) => Promise<Drawn>
  /** Whether a drawing would be what was drawn before. */
  isSame: (drawing: Drawing, before: KnownDrawing) => Promise<boolean>
}

/** What templates may ask for, and the answer to each question. */
interface Answers {
  page: (path: string) => string
  docset: (docset: string, locale: string) => string
}

/** The same content, whose answers to a template are written down while it draws. */
export function askedContent(content: SiteContent): SiteContent {
  const answers = answersIn(content)
  return {
    ...content,
    pageContent(page) {
      note(['page', page.path], answers.page(page.path))
      return content.pageContent(page)
    },
    contentsIn(docset, locale) {
      note(['docset', docset, locale], answers.docset(docset, locale))
      return content.contentsIn(docset, locale)
    },
  }
}

/**
 * @param theme - Key of the compiled theme.
 * @param content - What `askedContent` was made of.
 * @param onDrawn - Called for each that had to be drawn.
 */
export function keptDrawings(
  store: FactStore,
  theme: string,
  content: SiteContent,
  onDrawn?: () => void,
): DrawKept {
  const common = commonDigest(theme, content)
  const answers = answersIn(content)
  const answerOf = ([kind, ...[first = '', second = '']]: LookUp) =>
    kind === 'page' ? answers.page(first) : answers.docset(first, second)
  let all: string | undefined
  const keyOf = ({ template, file, props }: Drawing) => {
    const looked = ofPages.has(template) ? '' : (all ??= wholeDigest(content))
    const given = Object.entries(props).flat()
    return digestAll(['drawing', common, template, file, ...given, looked])
  }
  return {
    isSame: async (drawing, { key, questions }) =>
      key === keyOf(drawing) && isCurrent(questions, answerOf),
    async draw(drawing) {
      const key = keyOf(drawing)
      if (drawing.template === notKept) {
        onDrawn?.()
        const { value, trace } = await record(() => drawNow(drawing))
        const { text, scan } = value
        const bytes = Buffer.from(text)
        return {
          bytes,
          digest: digest(bytes),
          drawing: { key, questions: questionsOf(trace), scan },
        }
      }
      const { questions, recalled } = await recallStored<Scan | null>(
        { store, answerOf, onComputed: onDrawn },
        key,
        async () => {
          const { text, scan = null } = await drawNow(drawing)
          return { facts: scan, body: text }
        },
      )
      const { facts, body } = recalled
      return {
        bytes: body?.bytes ?? new Uint8Array(),
        digest: body?.digest ?? '',
        drawing: { key, questions, scan: facts ?? undefined },
      }
    },
  }
}

async function drawNow({ file, draw }: Drawing): Promise<{ text: string; scan?: Scan }> {
  const text = await draw()
  return file.endsWith('.html') ? { text, scan: scanHtml(text) } : { text }
}

function answersIn(content: SiteContent): Answers {
  const pages = new Map<string, Page>(content.pages.map((page) => [page.path, page]))
  return {
    page(path) {
      const page = pages.get(path)
      return page ? content.contentDigest(page) : ''
    },
    docset: (docset, locale) => digest(content.contentsIn(docset, locale)),
  }
}

/** What every page shows: the frame. Its footer says whether something is translated. */
function commonDigest(theme: string, { site, isBuild, translations }: SiteContent): string {
  const targets = translations.map(({ targetLocale }) => targetLocale)
  return digestAll([theme, site, isBuild, [...new Set(targets)].toSorted()])
}

/** All but the text of pages, for which a template has to ask. */
function wholeDigest(content: SiteContent): string {
  const { pages, contents, goLinkEntries, translations, terms, searchWords } = content
  return digestAll([
    pages.map(digest),
    contents.map(digest),
    goLinkEntries,
    translations,
    terms,
    searchWords,
  ])
}

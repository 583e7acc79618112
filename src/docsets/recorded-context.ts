/**
 * A context of pages that records which questions were asked of it and how it answered: which pages and files exist,
 * and what is in them. What it cannot be asked for is in its `key`.
 */
import { posix } from 'node:path'
import { digest, digestAll } from '../facts/digest.ts'
import { type LookUp, note } from '../facts/trace.ts'
import type { ReadContext } from './context.ts'
import type { DocsetIndex, Edition, FoundFile, PageFile } from './docset.ts'
import type { FileSystem } from './file-system.ts'
import type { PublicFiles } from './public-files.ts'

/** A context that records its answers, and answers a recorded question again. */
export interface RecordedContext {
  context: ReadContext
  /** The same docset, recorded. */
  indexOf: (index: DocsetIndex) => DocsetIndex
  answerOf: (question: LookUp) => unknown
  /**
   * What answers to questions of a kind are taken from: as long as it is the same object, so is each answer. Undefined
   * for kinds whose questions have to be asked again.
   */
  sourceOf: (kind: string) => unknown
  /** The name of a file in questions. */
  nameOf: (absolute: string) => string
  /** The bytes of a file; this is not recorded. */
  read: FileSystem['read']
  /** Digest of everything that is not recorded as a question. */
  key: string
}

/** Further kinds of questions. */
export type MoreAnswers = Readonly<Record<string, (...words: string[]) => unknown>>

export function recordedContext(given: ReadContext, more: MoreAnswers = {}): RecordedContext {
  const context = { ...given, files: readOnce(given.files) }
  const places = placesIn(context.all)
  const answers = answersIn(context, places)
  const answerOf = ([kind, ...words]: LookUp): unknown => (answers[kind] ?? more[kind])?.(...words)
  const ask = (...question: LookUp): unknown => {
    const answer = answerOf(question)
    // The absolute path of a file is no part of the answer.
    note(question, plain(answer))
    return answer
  }
  const indexes = new Map(context.all.map((index) => [index.docset.id, recordedIndex(index, ask)]))
  const indexOf = (index: DocsetIndex) => indexes.get(index.docset.id) ?? index
  return {
    context: recorded(context, places, ask, [...indexes.values()]),
    indexOf,
    answerOf: plainAnswers(answerOf, more),
    sourceOf: (kind) => sourceIn(context, kind),
    nameOf: places.nameOf,
    read: context.files.read,
    key: keyOf(context),
  }
}

/**
 * Answers without absolute paths, each computed once, because many pages ask the same. Only those of `more` may
 * change.
 */
function plainAnswers(answerOf: (question: LookUp) => unknown, more: MoreAnswers) {
  const known = new Map<string, unknown>()
  return (question: LookUp): unknown => {
    const key = question.join('\0')
    if (known.has(key)) return known.get(key)
    const answer = answerOf(question)
    const result = answer instanceof Promise ? answer : plain(answer)
    if (!(question[0] in more)) known.set(key, result)
    return result
  }
}

/**
 * Cache files of a site: a file is read for its page, for pages that include it, and for checks whether it has
 * changed.
 */
function readOnce(files: FileSystem): FileSystem {
  const known = new Map<string, ReturnType<FileSystem['read']>>()
  return {
    ...files,
    read(path) {
      const reading = known.get(path) ?? files.read(path)
      known.set(path, reading)
      return reading
    },
  }
}

type Ask = (...question: LookUp) => unknown

/** Names for absolute paths that do not depend on the machine. */
interface Places {
  nameOf: (absolute: string) => string
  pathOf: (name: string) => string
}

function placesIn(all: readonly DocsetIndex[]): Places {
  const roots = all.flatMap(({ docset: { id, editions } }) =>
    editions.flatMap(({ locale, root, fallback }) => [
      { name: `${id}:${locale}:`, root: `${root}/` },
      ...(fallback ? [{ name: `${id}:${locale}:fallback:`, root: `${fallback.root}/` }] : []),
    ]),
  )
  // The longest comes first: one folder may be in another.
  const byRoot = roots.toSorted((a, b) => b.root.length - a.root.length)
  const byName = roots.toSorted((a, b) => b.name.length - a.name.length)
  return {
    nameOf(absolute) {
      const place = byRoot.find(({ root }) => absolute.startsWith(root))
      return place ? place.name + absolute.slice(place.root.length) : absolute
    },
    pathOf(name) {
      const place = byName.find((item) => name.startsWith(item.name))
      return place ? place.root + name.slice(place.name.length) : name
    },
  }
}

function answersIn(context: ReadContext, { pathOf }: Places): MoreAnswers {
  const indexes = new Map(context.all.map((index) => [index.docset.id, index]))
  const index = (docset: string) => indexes.get(docset)
  const edition = (docset: string, locale: string) =>
    index(docset)?.docset.editions.find((item) => item.locale === locale)
  return {
    page: (docset = '', path = '') => index(docset)?.page(path),
    isDraft: (docset = '', path = '') => index(docset)?.isDraft(path),
    pageIn: (docset = '', locale = '', slug = '') => index(docset)?.pageIn(locale, slug),
    fallbackIn: (docset = '', locale = '', slug = '') => index(docset)?.fallbackIn(locale, slug),
    resource: (docset = '', locale = '', path = '') => index(docset)?.resource(locale, path),
    fallbackResource: (docset = '', locale = '', path = '') =>
      index(docset)?.fallbackResource(locale, path),
    slugs: (docset = '') => index(docset)?.slugs,
    hasSlug: (docset = '', slug = '') => index(docset)?.hasSlug(slug),
    hasPagesBelow: (docset = '', slug = '') => index(docset)?.hasPagesBelow(slug),
    paths: (docset = '') => index(docset)?.paths,
    pages: (docset = '', locale = '') => edition(docset, locale)?.pages,
    resources: (docset = '', locale = '') => edition(docset, locale)?.resources,
    published: (docset = '', locale = '') => edition(docset, locale)?.published,
    file: (name = '') => context.files.read(pathOf(name)),
    size: (name = '') => context.files.size(pathOf(name)),
    fault: (name = '') => context.imageFaults?.get(pathOf(name)),
    drawing: (name = '') => context.drawings?.get(pathOf(name)),
    isDrawing: (name = '') => context.drawings?.has(pathOf(name)),
    download: (path = '') => context.downloads?.(path),
    moved: (path = '') => context.moved?.get(path),
    public: (path = '') => context.publicFiles?.find(path),
    publicSize: (path = '') => context.publicFiles?.size(path),
    publicPaths: () => context.publicFiles?.paths,
    terms: (locale = '') => context.terms?.(locale),
    blocks: (name = '') => context.blocks?.ofFile(pathOf(name)),
    change: (name = '') => context.blocks?.changeOf(name),
    missing: (name = '') => context.blocks?.missingIn(pathOf(name)),
    machine: (name = '') => context.blocks?.machineIn(pathOf(name)),
    untranslated: (name = '') => context.blocks?.untranslatedIn(pathOf(name)),
  }
}

const ofIndex = new Set(
  'page isDraft pageIn fallbackIn resource fallbackResource slugs hasSlug hasPagesBelow paths pages resources published'.split(
    ' ',
  ),
)
const ofBlocks = new Set(['blocks', 'change', 'missing', 'machine', 'untranslated'])

/** See `sourceOf`; sizes of public files may change without a new list of them. */
function sourceIn(context: ReadContext, kind: string): unknown {
  if (ofIndex.has(kind)) return context.all
  if (ofBlocks.has(kind)) return context.blocks
  const others: Readonly<Record<string, unknown>> = {
    fault: context.imageFaults,
    drawing: context.drawings,
    isDrawing: context.drawings,
    download: context.downloads,
    moved: context.moved,
    public: context.publicFiles,
    publicPaths: context.publicFiles,
    terms: context.terms,
  }
  return others[kind]
}

function recorded(
  context: ReadContext,
  { nameOf }: Places,
  ask: Ask,
  all: readonly DocsetIndex[],
): ReadContext {
  const { imageFaults, drawings, downloads, moved, publicFiles, terms, blocks } = context
  // A result that is cached by its files only would not be recorded.
  const { keep: _, ...files } = context.files
  return {
    ...context,
    all,
    files: {
      ...files,
      read: async (path) => {
        const question: LookUp = ['file', nameOf(path)]
        const bytes = await files.read(path)
        note(question, bytes)
        return bytes
      },
      size: async (path) => {
        const question: LookUp = ['size', nameOf(path)]
        const size = await files.size(path)
        note(question, size)
        return size
      },
    },
    ...(imageFaults && { imageFaults: asked(ask, 'fault', nameOf) }),
    ...(drawings && {
      drawings: {
        ...asked(ask, 'drawing', nameOf),
        has: (path: string) => ask('isDrawing', nameOf(path)),
      } as typeof drawings,
    }),
    ...(downloads && { downloads: ((path: string) => ask('download', path)) as typeof downloads }),
    ...(moved && { moved: asked(ask, 'moved', (path) => path) }),
    ...(terms && { terms: (locale) => ask('terms', locale) as ReturnType<typeof terms> }),
    ...(publicFiles && {
      publicFiles: recordedPublic(publicFiles, ask),
    }),
    ...(blocks && {
      blocks: {
        ofFile: (path) => ask('blocks', nameOf(path)) as ReturnType<typeof blocks.ofFile>,
        changeOf: (name) => ask('change', name) as ReturnType<typeof blocks.changeOf>,
        missingIn: (path) => ask('missing', nameOf(path)) as ReturnType<typeof blocks.missingIn>,
        machineIn: (path) => ask('machine', nameOf(path)) as ReturnType<typeof blocks.machineIn>,
        untranslatedIn: (path) => ask('untranslated', nameOf(path)) as readonly string[],
      },
    }),
  }
}

function recordedPublic(publicFiles: PublicFiles, ask: Ask): PublicFiles {
  return {
    find: (path) => ask('public', path) as string | undefined,
    size: async (path) => {
      const size = await publicFiles.size(path)
      note(['publicSize', path], size)
      return size
    },
    get paths() {
      return ask('publicPaths') as readonly string[]
    },
  }
}

/** A map whose values can only be read one at a time, so that each is recorded. */
function asked<T>(ask: Ask, kind: string, nameOf: (key: string) => string): ReadonlyMap<string, T> {
  return { get: (key: string) => ask(kind, nameOf(key)) } as ReadonlyMap<string, T>
}

function recordedIndex(index: DocsetIndex, ask: Ask): DocsetIndex {
  const { docset } = index
  const { id } = docset
  return {
    docset: {
      ...docset,
      editions: docset.editions.map((edition) => recordedEdition(id, edition, ask)),
    },
    page: (path) => ask('page', id, path) as ReturnType<DocsetIndex['page']>,
    isDraft: (path) => Boolean(ask('isDraft', id, path)),
    pageIn: (locale, slug) => ask('pageIn', id, locale, slug) as PageFile | undefined,
    fallbackIn: (locale, slug) => ask('fallbackIn', id, locale, slug) as PageFile | undefined,
    resource: (locale, path) => ask('resource', id, locale, path) as FoundFile | undefined,
    fallbackResource: (locale, path) =>
      ask('fallbackResource', id, locale, path) as FoundFile | undefined,
    hasSlug: (slug) => Boolean(ask('hasSlug', id, slug)),
    hasPagesBelow: (slug) => Boolean(ask('hasPagesBelow', id, slug)),
    get slugs() {
      return ask('slugs', id) as readonly string[]
    },
    get paths() {
      return ask('paths', id) as readonly string[]
    },
  }
}

function recordedEdition(docset: string, edition: Edition, ask: Ask): Edition {
  const { locale } = edition
  // Copied with the fields that a dialect adds, such as the docset’s configuration.
  return Object.defineProperties(
    { ...edition },
    {
      pages: { get: () => ask('pages', docset, locale) },
      resources: { get: () => ask('resources', docset, locale) },
      published: { get: () => ask('published', docset, locale) },
    },
  )
}

/** An answer without absolute paths. */
function plain(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  if (answer instanceof Uint8Array || !('absolute' in answer)) return answer
  const { absolute: _, ...rest } = answer
  return rest
}

function keyOf({
  base,
  origin,
  locales,
  all,
  nameOf,
  components = new Set(),
}: ReadContext): string {
  const docsets = all.map(
    ({ docset: { id, basePath, dialect, sourceLocale, editions, names } }) => ({
      id,
      basePath,
      dialect,
      sourceLocale,
      names,
      // Messages name files relative to the working directory.
      editions: editions.map(({ locale, root, missing }) => ({
        locale,
        missing,
        root: posix.normalize(nameOf(root)),
      })),
    }),
  )
  return digestAll([base, origin, digest(locales), docsets, [...components]])
}

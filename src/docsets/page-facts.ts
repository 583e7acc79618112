/** Facts of pages as plain data for the cache: without absolute paths, messages as their parts. */
import { VFileMessage } from 'vfile-message'
import type { ContentPart } from '#plugins/content.ts'
import { digestAll } from '../facts/digest.ts'
import { type KeptBody, recall } from '../facts/store.ts'
import type { Questions } from '../facts/trace.ts'
import type { DocsetIndex, FoundFile, PageFile } from './docset.ts'
import type { PageContent, PageDocument } from './document.ts'
import type { RecordedContext } from './recorded-context.ts'

/** A message as JSON. */
type PlainMessage = Readonly<Record<string, unknown>> & { readonly reason: string }

/** A page as JSON, without its content. */
interface PlainDocument extends Omit<PageDocument, 'absolute' | 'content' | 'offers' | 'messages'> {
  /** Whether the content could be read. */
  isReadable: boolean
  offers: { from: Omit<FoundFile, 'absolute'>; to: string }[]
  messages: PlainMessage[]
}

function plainDocument({ absolute, content: _, ...document }: PageDocument): PlainDocument {
  return {
    ...document,
    isReadable: absolute !== undefined,
    offers: document.offers.map(({ from: { absolute: _absolute, ...from }, to }) => ({ from, to })),
    messages: document.messages.map(plainMessage),
  }
}

/** @param absolute - The absolute path of the page’s file. */
function restoredDocument(
  { isReadable, offers, messages, ...document }: PlainDocument,
  content: KeptBody | undefined,
  absolute: string,
  { docset }: Pick<DocsetIndex, 'docset'>,
): PageDocument {
  const rootOf = ({ locale, isFallback }: Pick<FoundFile, 'locale' | 'isFallback'>) => {
    const edition = docset.editions.find((item) => item.locale === locale)
    return (isFallback ? edition?.fallback : edition)?.root ?? ''
  }
  return {
    ...document,
    ...(isReadable && { absolute }),
    ...(content && { content: restoredContent(content) }),
    offers: offers.map(({ from, to }) => ({
      from: { ...from, absolute: `${rootOf(from)}/${from.path}` },
      to,
    })),
    messages: messages.map(restoredMessage),
  }
}

/** Content that is read on demand: after a small change, most pages are neither drawn nor indexed again. */
function restoredContent({ digest, bytes, again }: KeptBody): PageContent {
  // No function made here may mention the bytes: it would keep those of all pages.
  const read = again ?? inMemory(bytes)
  return { digest, parts: () => JSON.parse(Buffer.from(read()).toString()) as ContentPart[] }
}

function inMemory(bytes: Uint8Array): () => Uint8Array {
  return () => bytes
}

function plainMessage({ name, ...message }: VFileMessage): PlainMessage {
  const { ancestors: _ancestors, cause: _cause, ...parts } = message
  return { ...parts, fullName: name, reason: message.reason }
}

function restoredMessage({ reason, fullName, ...parts }: PlainMessage): VFileMessage {
  return Object.assign(new VFileMessage(reason), parts, { name: fullName })
}

/** A page that was read, and its facts for other pages. */
interface ReadPage<T> {
  document: PageDocument
  more: T
}

/** The same from a process that goes on. */
interface RecalledPage<T> extends ReadPage<T> {
  /** What it has asked. */
  questions?: Questions | undefined
}

interface PlainPage<T> {
  document: PlainDocument
  more: T
}

/** How many items of `given` identify the page. */
const nameLength = 5

/**
 * The facts of a page: from an earlier build if nothing that they depend on has changed, else from `read`.
 *
 * @param given - The inputs of `read` besides the page’s file; those that identify the page come first.
 * @param read - Reads the page; `more` of its result must survive JSON.
 */
export async function recallPage<T>(
  { context: { facts }, answerOf, read: readFile, key: world }: RecordedContext,
  given: readonly unknown[],
  { index, file: { absolute } }: { index: DocsetIndex; file: PageFile },
  read: () => Promise<ReadPage<T>>,
): Promise<RecalledPage<T>> {
  if (!facts) return read()
  const key = digestAll([facts.program, world, given, await readFile(absolute)])
  const name = facts.memory && JSON.stringify(given.slice(0, nameLength))
  const options = { ...facts, answerOf, ...(name !== undefined && { name }) }
  const recalled = await recall<PlainPage<T>>(options, key, async () => {
    const { document, more } = await read()
    const parts = document.content?.parts()
    return {
      facts: { document: plainDocument(document), more },
      body: parts && JSON.stringify(parts),
    }
  })
  const page = (restored.get(recalled) as ReadPage<T> | undefined) ?? {
    document: restoredDocument(recalled.facts.document, recalled.body, absolute, index),
    more: recalled.facts.more,
  }
  restored.set(recalled, page)
  return { ...page, questions: facts.memory?.recalled.get(name ?? '')?.questions }
}

/** Return the same object from memory as long as nothing has changed. */
const restored = new WeakMap<object, ReadPage<unknown>>()

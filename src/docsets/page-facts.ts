/** Facts of pages as plain data, which a cache keeps: without places on this machine, messages as their parts. */
import { VFileMessage } from 'vfile-message'
import type { ContentPart } from '#plugins/content.ts'
import { digestAll } from '../facts/digest.ts'
import { type KeptBody, recall } from '../facts/store.ts'
import type { DocsetIndex, FoundFile, PageFile } from './docset.ts'
import type { PageContent, PageDocument } from './document.ts'
import type { RecordedContext } from './recorded-context.ts'

/** A message as JSON keeps it. */
type PlainMessage = Readonly<Record<string, unknown>> & { readonly reason: string }

/** A page as JSON keeps it, without its content. */
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

/** @param absolute - Where the page’s file is on this machine. */
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

/** Most pages of a site that changed a little are neither drawn nor indexed again: nobody reads their content. */
function restoredContent({ digest, bytes }: KeptBody): PageContent {
  return { digest, parts: () => JSON.parse(Buffer.from(bytes).toString()) as ContentPart[] }
}

function plainMessage({ name, ...message }: VFileMessage): PlainMessage {
  const { ancestors: _ancestors, cause: _cause, ...parts } = message
  return { ...parts, fullName: name, reason: message.reason }
}

function restoredMessage({ reason, fullName, ...parts }: PlainMessage): VFileMessage {
  return Object.assign(new VFileMessage(reason), parts, { name: fullName })
}

/** A page as read, and what its reading leaves for others. */
interface ReadPage<T> {
  document: PageDocument
  more: T
}

interface PlainPage<T> {
  document: PlainDocument
  more: T
}

/** How much of what a reading is given says which page it is. */
const nameLength = 5

/**
 * What is known of a page: from an earlier build where nothing that it depends on has changed, else from `read`.
 *
 * @param given - What the reading is given besides the page's file; what says which page it is comes first.
 * @param read - Gives, as `more`, plain data that survives JSON.
 */
export async function recallPage<T>(
  { context: { facts }, answerOf, read: readFile, key: world }: RecordedContext,
  given: readonly unknown[],
  { index, file: { absolute } }: { index: DocsetIndex; file: PageFile },
  read: () => Promise<ReadPage<T>>,
): Promise<ReadPage<T>> {
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
  return page
}

/** What a process has at hand is the same page as long as nothing has changed. */
const restored = new WeakMap<object, ReadPage<unknown>>()

/** Facts of pages as plain data, which a cache keeps: without places on this machine, messages as their parts. */
import { VFileMessage } from 'vfile-message'
import { digestAll } from '../facts/digest.ts'
import { recall } from '../facts/store.ts'
import type { DocsetIndex, FoundFile, PageFile } from './docset.ts'
import type { PageDocument } from './document.ts'
import type { RecordedContext } from './recorded-context.ts'

/** A message as JSON keeps it. */
type PlainMessage = Readonly<Record<string, unknown>> & { readonly reason: string }

/** A page as JSON keeps it. */
export interface PlainDocument extends Omit<PageDocument, 'absolute' | 'offers' | 'messages'> {
  /** Whether the content could be read. */
  hasContent: boolean
  offers: { from: Omit<FoundFile, 'absolute'>; to: string }[]
  messages: PlainMessage[]
}

export function plainDocument({ absolute, ...document }: PageDocument): PlainDocument {
  return {
    ...document,
    hasContent: absolute !== undefined,
    offers: document.offers.map(({ from: { absolute: _, ...from }, to }) => ({ from, to })),
    messages: document.messages.map(plainMessage),
  }
}

/**
 * The page as it was read.
 *
 * @param absolute - Where its file is on this machine.
 */
export function documentOf(
  { hasContent, offers, messages, ...document }: PlainDocument,
  absolute: string,
  { docset }: Pick<DocsetIndex, 'docset'>,
): PageDocument {
  const rootOf = (locale: string) =>
    docset.editions.find((edition) => edition.locale === locale)?.root ?? ''
  return {
    ...document,
    ...(hasContent && { absolute }),
    offers: offers.map(({ from, to }) => ({
      from: { ...from, absolute: `${rootOf(from.locale)}/${from.path}` },
      to,
    })),
    messages: messages.map(restoredMessage),
  }
}

function plainMessage({ name, ...message }: VFileMessage): PlainMessage {
  const { ancestors: _ancestors, cause: _cause, ...parts } = message
  return { ...parts, fullName: name, reason: message.reason }
}

function restoredMessage({ reason, fullName, ...parts }: PlainMessage): VFileMessage {
  return Object.assign(new VFileMessage(reason), parts, { name: fullName })
}

/**
 * What is known of a page: from an earlier build where nothing that it depends on has changed, else from `read`.
 *
 * @param given - What the reading is given besides the page's file.
 */
export async function recallPage<T>(
  { context: { facts, files }, answerOf, key: world }: RecordedContext,
  given: readonly unknown[],
  { absolute }: PageFile,
  read: () => Promise<T>,
): Promise<T> {
  if (!facts) return read()
  const key = digestAll([facts.program, world, given, await files.read(absolute)])
  return recall({ ...facts, answerOf }, key, read)
}

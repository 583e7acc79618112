/** PO: the default, which every tool that was tried gives back whole (Poedit, OmegaT, Weblate, gettext). */
import { type GetTextTranslation, type GetTextTranslations, po } from 'gettext-parser'
import { problemAt } from '#plugins/problems.ts'
import { fromTags, tagOf, toTags } from '../codec/tags.ts'
import { scanPo } from './po-lines.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag, type ReadFile, type ReadUnit } from './read-unit.ts'
import {
  countSources,
  folded,
  isPending,
  matchNote,
  placeNote,
  stateNote,
  type Unit,
  type UnitSet,
} from './unit.ts'

const prefix = 'X-Passerelle'

/**
 * The text of a PO file.
 *
 * @param revised - Time of the export for `PO-Revision-Date`; the file has none without it.
 */
export function writePo(set: UnitSet, { revised }: { revised?: Date } = {}): string {
  const table: GetTextTranslations = {
    charset: 'utf-8',
    headers: {
      'Project-Id-Version': set.docset,
      ...(revised && {
        'PO-Revision-Date': `${revised.toISOString().slice(0, 16).replace('T', ' ')}+0000`,
      }),
      'Last-Translator': '',
      'Language-Team': '',
      // As gettext and Poedit write it; `languageTag` reads both.
      Language: set.targetLocale.replaceAll('-', '_'),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=UTF-8',
      'Content-Transfer-Encoding': '8bit',
      [`${prefix}-Docset`]: set.docset,
      'X-Source-Language': set.sourceLocale,
      [`${prefix}-Units`]: `${set.units.length} ${countSources(set.units)}`,
    },
    translations: { '': { '': { msgid: '', msgstr: [''] } } },
  }
  for (const unit of set.units) {
    const entry = entryOf(unit)
    ;(table.translations[unit.id] ??= {})[entry.msgid] = entry
  }
  return inGettextOrder(po.compile(table, { foldLength: 0 }).toString())
}

/** gettext-parser writes references before notes; gettext’s own tools do it the other way round. */
function inGettextOrder(text: string): string {
  return text.replace(/((?:^#:.*\n)+)((?:^#\..*\n)+)/gm, '$2$1')
}

function entryOf(unit: Unit): GetTextTranslation {
  const { matches = [] } = unit
  const codes = unit.codes
    .filter(({ shown }) => shown.length > 2)
    .map((code) => `${tagOf(code)} = ${code.shown}`)
  const comment = [
    placeNote(unit),
    `${unit.note.file}:${unit.note.line}`,
    `state: ${stateNote(unit)}`,
    ...codes,
    ...matches.map(
      (match) => `${matchNote(match)}: ${toTags(match.source)} → ${toTags(match.target)}`,
    ),
  ]
  // What is not translated at all is no copy of the source: it is empty, or what is offered, to be confirmed.
  const own = unit.state === 'untranslated' ? undefined : unit.target
  const [offer] = own ? [] : matches
  const target = own ?? offer?.target
  const isFuzzy = offer ?? (own && isPending(unit))
  const before = offer?.source ?? unit.previous
  const previous = before && `msgid ${JSON.stringify(toTags(before))}`
  return {
    msgctxt: unit.id,
    msgid: toTags(unit.source),
    msgstr: [target ? toTags(target) : ''],
    comments: {
      extracted: comment.map((line) => line.replace(/\s+/g, ' ')).join('\n'),
      reference: `${encodeURI(unit.note.file)}:${unit.hash.slice(0, 12)}`,
      ...(isFuzzy && { flag: 'fuzzy' }),
      ...(isFuzzy && previous && { previous }),
    },
  }
}

/** Read a PO file; problems are in the result, never thrown. */
export function readPo(content: Uint8Array | string, name: string): ReadFile {
  const { text, messages } = decodeFile(content, name)
  if (isFatal({ messages })) return { name, units: [], messages }
  const scanned = scanPo(text, name)
  const all = [...messages, ...scanned.messages]
  if (isFatal({ messages: all })) return { name, units: [], messages: all }
  let table: GetTextTranslations
  try {
    table = po.parse(scanned.text)
  } catch (error) {
    const finding = fileProblem(
      'exchange-syntax',
      `File cannot be read (${String(error)}).`,
      'Import a PO file.',
    )
    return { name, units: [], messages: [...all, problemAt(name, finding, { line: 1, column: 1 })] }
  }
  // A file without a header has none, whatever its type says.
  const { headers = {} }: Partial<GetTextTranslations> = table
  const header = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]))
  const charset = /charset=([\w-]+)/i.exec(header.get('content-type') ?? '')?.[1]
  if (charset && !/^(utf-?8|us-ascii|charset)$/i.test(charset)) {
    all.push(
      problemAt(name, fileProblem('exchange-encoding', `its header says \`${charset}\``), {
        line: 1,
        column: 1,
      }),
    )
  }
  const [units, sources] = (header.get(`${prefix}-Units`.toLowerCase()) ?? '')
    .split(' ')
    .map(Number)
  const docset = header.get(`${prefix}-Docset`.toLowerCase())
  const sourceLocale = languageTag(header.get('x-source-language'))
  const targetLocale = languageTag(header.get('language'))
  return {
    name,
    ...(docset && { docset }),
    ...(sourceLocale && { sourceLocale }),
    ...(targetLocale && { targetLocale }),
    ...(units && sources && { exported: { units, sources } }),
    units: Object.values(table.translations)
      .flatMap((entries) => Object.values(entries))
      .filter(({ msgid }) => msgid !== '')
      .flatMap((entry) => readEntry(entry, scanned.lineOf)),
    messages: all,
  }
}

/** A tool that merges entries lists all their references: each is a unit. */
function readEntry(
  { msgctxt, msgid, msgstr, comments }: GetTextTranslation,
  lineOf: (msgctxt: string | undefined, msgid: string) => number,
): ReadUnit[] {
  const matches = [...(comments?.reference ?? '').matchAll(/:([0-9a-f]{12,16})(?!\S)/g)].map(
    ([, hash]) => hash,
  )
  const hashes = [...new Set(matches)]
  const target = msgstr[0] ?? ''
  return (hashes.length ? hashes : [undefined]).map((hash) => ({
    ...(msgctxt && { id: msgctxt }),
    ...(hash && { hash }),
    source: fromTags(msgid),
    ...(folded(target) && { target: fromTags(target) }),
    ...(/\bfuzzy\b/.test(comments?.flag ?? '')
      ? { work: 'open' as const, reason: 'fuzzy' }
      : { work: 'done' as const }),
    place: { line: lineOf(msgctxt, msgid), column: 1 },
  }))
}

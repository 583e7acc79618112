/** The formats of translators’ tools that are one file of text each: by name to write, by extension to read. */
import { readCsv, writeCsv } from './csv.ts'
import { readPo, writePo } from './po.ts'
import type { ReadFile } from './read-unit.ts'
import type { UnitSet } from './unit.ts'
import { readXliff12, writeXliff12 } from './xliff12.ts'
import { readXliff21, writeXliff21 } from './xliff21.ts'

export const textFormats = ['po', 'xliff12', 'xliff21', 'csv'] as const
export type TextFormat = (typeof textFormats)[number]

/** An export as text. */
export interface ExchangeText {
  /** Of its file, without the first dot. */
  extension: string
  text: string
  units: number
}

/** XLIFF’s own, and those of Trados, memoQ, Phrase and Wordfast. */
const xliffExtensions = new Set([
  '.xlf',
  '.xliff',
  '.xml',
  '.sdlxliff',
  '.mqxliff',
  '.mxliff',
  '.mxlf',
  '.txlf',
])

/** @param now - Time of the export; PO files carry it. */
export function writeExchange(set: UnitSet, format: TextFormat, now: Date): ExchangeText {
  const units = set.units.length
  switch (format) {
    case 'po':
      return { extension: 'po', text: writePo(set, { revised: now }), units }
    case 'csv': {
      // Excel in French wants `;`.
      const delimiter = /^fr\b/i.test(set.targetLocale) ? ';' : ','
      return { extension: 'csv', text: writeCsv(set, { delimiter }), units }
    }
    case 'xliff12': {
      const text = writeXliff12(set)
      return { extension: '12.xlf', text, units: text.split('<trans-unit ').length - 1 }
    }
    case 'xliff21':
      return { extension: '21.xlf', text: writeXliff21(set), units }
  }
}

/**
 * Read a file of any of the formats, recognised by its extension and, for XLIFF, by its version; undefined for another
 * extension.
 *
 * @param name - In messages.
 */
export function parseExchange(content: Uint8Array | string, name: string): ReadFile | undefined {
  const [extension = ''] = /\.[^./\\]*$/.exec(name.toLowerCase()) ?? []
  if (extension === '.po' || extension === '.pot') return readPo(content, name)
  if (extension === '.csv') return readCsv(content, name)
  if (!xliffExtensions.has(extension)) return undefined
  const start =
    typeof content === 'string' ? content : new TextDecoder().decode(content.subarray(0, 2000))
  const isVersion2 = /<xliff[^>]*\sversion\s*=\s*["']2/.test(
    start.slice(0, 2000).replaceAll('\u0000', ''),
  )
  return isVersion2 ? readXliff21(content, name) : readXliff12(content, name)
}

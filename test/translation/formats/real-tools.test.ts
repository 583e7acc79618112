/** What we write, in the hands of programs that others wrote. */
import { beforeAll, describe, expect, test } from 'vitest'
import { hasTool, runTool, xliffSchemas } from '../../support/tools.ts'
import type { Part } from '#src/translation/codec/codec.ts'
import { accept } from '#src/translation/formats/accept.ts'
import { omegatProject } from '#src/translation/formats/omegat.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import { writeTmx } from '#src/translation/formats/tmx.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { allSets } from './pages.ts'

const hasGettext = hasTool('msgfmt', 'gettext')
const hasPofilter = hasTool('pofilter', 'translate-toolkit')
const hasXmllint = hasTool('xmllint', 'libxml2-utils')
const schemas = xliffSchemas()

const revised = new Date('2026-11-22T10:00:00Z')
const po = (set: UnitSet) => writePo(set, { revised })

let sets: UnitSet[]
beforeAll(() => void (sets = allSets()))

describe.skipIf(!hasGettext)('gettext', () => {
  test('msgfmt -c has nothing to say of a PO file', () => {
    for (const set of sets) {
      const command = ['msgfmt', '-c', '-o', 'a.mo', 'a.po']
      runTool(command, { 'a.po': po(set) }, ({ status, said }) => {
        expect([set.docset, status, said]).toEqual([set.docset, 0, ''])
      })
    }
  })

  test('a file that was sorted and wrapped, as Poedit does, comes back whole', () => {
    for (const set of sets) {
      const command = ['msgcat', '--width=79', '--sort-output', '-o', 'b.po', 'a.po']
      runTool(command, { 'a.po': po(set) }, ({ file }) => {
        const read = readPo(file('b.po'), 'b.po')
        expect(read.units).toHaveLength(set.units.length)
        const { refused, accepted, messages } = accept(read, set)
        expect([refused, accepted, messages]).toEqual([[], [], []])
      })
    }
  })

  test('msgmerge takes translations over into a later export', () => {
    const [set] = sets
    if (!set) return
    const empty = { ...set, units: set.units.map(({ target: _, ...unit }) => unit) }
    const command = ['msgmerge', '--previous', '--no-fuzzy-matching', '-o', 'c.po', 'a.po', 'b.po']
    runTool(command, { 'a.po': po(set), 'b.po': po(empty) }, ({ file }) => {
      const { refused, accepted, unchanged } = accept(readPo(file('c.po'), 'c.po'), set)
      expect([refused, accepted]).toEqual([[], []])
      expect(unchanged).toBe(set.units.length)
    })
  })
})

describe.skipIf(!hasPofilter)('pofilter of the translate-toolkit', () => {
  const filter = ['pofilter', '--progress=none', '-t', 'xmltags', '-t', 'newlines', 'a.po', 'b.po']
  const idsOf = (parts: readonly Part[]) =>
    parts
      .flatMap((part) => (part.kind === 'text' ? [] : `${part.kind} ${part.id}`))
      .toSorted()
      .join()
  const idsIn = (text: string) => [...text.matchAll(/^msgctxt "(.*)"$/gm)].map(([, id]) => id)

  test('finds tags to differ where codes do, and nowhere else', () => {
    for (const set of sets) {
      // What a translation lacks, or has of its own, such as the mark of a language.
      const wrong = set.units.filter(
        ({ source, target }) => target && idsOf(source) !== idsOf(target),
      )
      runTool(filter, { 'a.po': po(set) }, ({ status, file }) => {
        expect(status).toBe(0)
        const matches = idsIn(file('b.po'))
        console.info(`pofilter, ${set.docset}: ${matches.length} of ${set.units.length} units`)
        const known = new Set(wrong.map(({ id }) => id))
        expect(matches.filter((id) => !known.has(id ?? ''))).toEqual([])
      })
    }
  })

  test('sees a tag that was dropped', () => {
    const [set] = sets
    if (!set) return
    const text = po(set)
    const [whole, id = '', bold = ''] =
      /msgctxt "(.*)"\nmsgid ".*<b1>.*\nmsgstr ".*(<b1>[^<]*<\/b1>)/.exec(text) ?? []
    expect(whole).toBeDefined()
    const index = text.indexOf(whole ?? '') + (whole?.length ?? 0) - bold.length
    const damaged = text.slice(0, index) + bold.slice(4, -5) + text.slice(index + bold.length)
    runTool(filter, { 'a.po': damaged }, ({ file }) => expect(idsIn(file('b.po'))).toContain(id))
  })
})

describe.skipIf(!hasXmllint)('xmllint', () => {
  const lint = ['xmllint', '--nonet', '--noout']

  test.skipIf(!schemas)('XLIFF 1.2 and 2.1 are as their schemas want them', () => {
    for (const set of sets) {
      for (const [schema, text] of [
        ['xliff-core-1.2-strict.xsd', writeXliff12(set)],
        // The core of 2.1 is that of 2.0, in its namespace; only the number has changed.
        ['xliff-core-2.0.xsd', writeXliff21(set)],
      ] as const) {
        const command = [...lint, '--schema', schema, 'a.xlf']
        runTool(command, { ...schemas, 'a.xlf': text }, ({ said }) => {
          expect([set.docset, schema, said]).toEqual([set.docset, schema, 'a.xlf validates\n'])
        })
      }
    }
  })

  test('a memory and an OmegaT project are well-formed XML', () => {
    for (const set of sets) {
      const { sourceLocale, targetLocale, units } = set
      const entries = units.flatMap(({ hash, source, target }) =>
        target ? [{ hash, source, target }] : [],
      )
      const memory = { sourceLocale, targetLocale, entries }
      const { files } = omegatProject(set, { confirmed: memory, known: memory })
      const named = [...files].filter(([path]) => /\.(?:project|xml|tmx)$/.test(path))
      expect(named).toHaveLength(4)
      for (const [, text] of [...named, ['', writeTmx(memory)] as const]) {
        runTool([...lint, 'a.xml'], { 'a.xml': text }, ({ status, said }) => {
          expect([status, said]).toEqual([0, ''])
        })
      }
    }
  })
})

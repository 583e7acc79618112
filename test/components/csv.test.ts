import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { csvOf, separatorFor } from '#src/components/responsibility-matrix/csv.ts'
import { stepsFile, stepsFilePath } from '#src/components/responsibility-matrix/steps-file.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import { process } from './move-example.ts'

const strings = {
  'matrix.phase': 'Phase',
  'matrix.service': 'Service',
  'matrix.number': 'Numéro',
  'matrix.step': 'Étape',
  'matrix.address': 'Adresse',
  'matrix.yes': 'Oui',
  'matrix.no': 'Non',
  'step.optional': 'Facultative',
}
const tables = new Map([
  ['en', strings],
  ['fr-FR', strings],
])
const locales = siteLocales(['en', 'fr-FR'], {}, tables)
const site = { url: 'https://guides.example', base: '/docs/' }

describe('a CSV file', () => {
  test('begins with a byte order mark and ends every line in CRLF', () => {
    expect(csvOf([['a', 'b'], ['c']], ',')).toBe('\uFEFFa,b\r\nc\r\n')
  })

  test('quotes cells with separators, quotes, line ends or spaces around them', () => {
    expect(csvOf([['a;b', 'say "x"', 'two\nlines', ' x']], ';')).toBe(
      '\uFEFF"a;b";"say ""x""";"two\nlines";" x"\r\n',
    )
    expect(csvOf([['a;b']], ',')).toBe('\uFEFFa;b\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'holds %j as text that no spreadsheet runs',
    (cell) => {
      expect(csvOf([[cell]], ',')).toContain(`'${cell}`)
    },
  )

  test.each([
    ['fr-FR', ';'],
    ['de', ';'],
    ['en', ','],
    ['ja', ','],
  ])('has in %s the separator %s', (tag, separator) => {
    expect(separatorFor(tag)).toBe(separator)
  })
})

describe('the file of all steps', () => {
  const hasPython = canRun('python3')
  if (!hasPython) console.warn('Skipped: python3, the second reader of CSV, is not on this machine')

  test('lies beside the first page of the docset', () => {
    expect(stepsFilePath({ path: 'fr-fr' }, 'move')).toBe('/fr-fr/move/steps.csv')
  })

  test.skipIf(!hasPython).each(locales)(
    'is read in $tag by another program as it was written',
    (locale) => {
      const rows = readByPython(stepsFile(site, locale, process), separatorFor(locale.tag))
      expect(rows[0]).toEqual([
        ...['Phase', 'Service', 'Numéro', 'Étape', 'Client', 'Déménageur', 'Facultative'],
        'Adresse',
      ])
      expect(rows).toHaveLength(5)
      expect(rows[1]).toEqual([
        ...['Préparer', '', '1', 'Trier ; jeter, « donner »', 'Oui', 'Non', 'Non'],
        'https://guides.example/docs/fr-fr/move/prepare/#trier-%C3%A0-temps',
      ])
      expect(rows[3]).toEqual([
        ...['Partir', 'Cuisine', '2', "'=SOMME(A1)", 'Oui', 'Oui', 'Oui'],
        'https://guides.example/docs/fr-fr/move/leave/#sum',
      ])
    },
  )
})

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function readByPython(csv: string, separator: string): string[][] {
  const script =
    'import csv, io, json, sys; text = sys.stdin.buffer.read().decode("utf-8-sig"); ' +
    'print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), delimiter=sys.argv[1], strict=True))))'
  const output = execFileSync('python3', ['-c', script, separator], { input: csv })
  return JSON.parse(output.toString()) as string[][]
}

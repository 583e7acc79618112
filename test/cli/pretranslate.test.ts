/** A program of the user’s that translates: what it gets, and what is taken of what it writes. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { counts, handedOut, lock } from '../support/handed-out.ts'

/** In the folder of the docset: keeps what it got, and writes what its body says. */
async function withProgram(body: string) {
  const docset = await handedOut()
  const program = `import { readFileSync, writeFileSync } from 'node:fs'
const text = readFileSync(0, 'utf8')
writeFileSync('work-got.jsonl', text)
const units = text.trim().split('\\n').map((line) => JSON.parse(line))
const write = (line) => process.stdout.write((typeof line === 'string' ? line : JSON.stringify(line)) + '\\n')
${body}`
  await writeFile(join(docset.folder, 'work-mt.mjs'), program)
  const node = `"${process.execPath}" work-mt.mjs`
  return {
    ...docset,
    run: (...args: string[]) => docset.passerelle('pretranslate', '--with', node, ...args),
  }
}

const french = `const french = {
  'Write down what they say.': 'Notez ce qu’elles disent.',
  'After the move': 'Après le transfert',
  'What is left to do when people work with the new system.': 'Ce qui reste à faire ensuite.',
  'Switch off the <b1>old</b1> server.': 'Arrêtez l’<b1>ancien</b1> serveur.',
}
`

describe('pretranslate', () => {
  test('records the program’s output as machine translation to be confirmed', async () => {
    const docset = await withProgram(
      `${french}for (const { id, source } of units) write({ id, target: french[source] })`,
    )
    const dry = await docset.run('--dry-run')
    expect(dry.printed).toContain('5 translated')
    const { code, printed } = await docset.run()
    expect([code, printed]).toMatchObject([0, /5 translated, 0 confirmed.* 0 refused/])
    expect(await docset.read('fr-fr/moves/after.md')).toContain('Arrêtez l’**ancien** serveur.')
    expect((await docset.read(lock)).match(/ machine$/gm)).toHaveLength(4)
    expect(await counts(docset)).toEqual({ unverified: 15 })
    expect((await docset.run()).printed).toContain('Nothing waits.')
  })

  test('sends a line for each unit, with its texts and matches', async () => {
    const docset = await withProgram('')
    await docset.run('--dry-run')
    const lines = (await docset.read('work-got.jsonl')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      id: 'after#after-the-move/2',
      sourceLocale: 'en-US',
      targetLocale: 'fr-FR',
      source: 'Switch off the <b1>old</b1> server.',
    })
  })

  test('reports each bad line with its number, and imports the good ones', async () => {
    const docset = await withProgram(`write('Translating…')
write({ id: units.find(({ source }) => source.startsWith('Write')).id, target: 'Notez ce qu’elles disent.' })
write({ target: 'x' })
write({ id: 'plan#/1' })
write({ id: 'nowhere#/1', target: 'Texte' })
write({ id: units.find(({ source }) => source.startsWith('Switch')).id, target: 'Arrêtez l’ancien serveur.' })
write('')
write(null)`)
    const { code, printed } = await docset.run()
    expect(code).toBe(1)
    const name = 'output for moves fr-FR'
    for (const expected of [
      `${name}:1:1 error exchange-syntax  Line is not JSON.`,
      `${name}:3:1 error exchange-syntax  Line has no \`id\`.`,
      `${name}:4:1 error exchange-syntax  Line for \`plan#/1\` has no \`target\`.`,
      `${name}:5:1 error unit-unknown`,
      `${name}:6:1 error code-lost`,
      `${name}:8:1 error exchange-syntax  Line has no \`id\`.`,
      '1 translated',
    ])
      expect(printed).toContain(expected)
  })

  test.each([
    ['fails', 'process.exit(3)', /exit code 3\. Nothing was written/],
    ['does not read', '', /^/],
  ])('a program that %s changes nothing', async (_, body, expected) => {
    const docset = await withProgram(body)
    const before = await docset.files()
    const { warned } = await docset.run()
    expect(warned).toMatch(expected)
    expect(await docset.files()).toEqual(before)
  })

  test('without a program nothing is called', async () => {
    const docset = await handedOut()
    expect(await docset.passerelle('pretranslate')).toMatchObject({ code: 2, warned: /--with/ })
  })
})

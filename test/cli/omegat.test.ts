/** Our project in OmegaT itself, from `export` to `import`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toTags } from '#src/translation/codec/tags.ts'
import { readCsv } from '#src/translation/formats/csv.ts'
import { readPo } from '#src/translation/formats/po.ts'
import { hasOmegat, inNoLanguage, timeout, workInOmegat } from '../support/omegat.ts'
import { translatedDocset } from '../support/translated-docset.ts'
import { copiedFastTrack, hasFastTrack } from '../support/fasttrack.ts'

const locales = { sourceLocale: 'en-US', targetLocale: 'fr-FR' }

describe.skipIf(!hasOmegat())('in OmegaT', { timeout }, () => {
  test('what was typed comes back, what is stale too, and a lost tag does not', async () => {
    const { passerelle, folder, files, edit } = await translatedDocset()
    await passerelle('sync')
    await edit('en-us/moves/plan.md', 'on the old server', 'on the former server')
    await edit('en-us/moves/plan.md', 'you start anything', 'you touch anything')
    await edit('en-us/moves/check.md', 'Compare the', 'Count the **users** first. Compare the')
    await passerelle('export', '--out', 'work', '--to', 'omegat', '--only', 'waiting')
    const before = await files()
    const project = join(folder, 'work/moves.en-US.fr-FR.omegat')
    const stays = 'Ouvrez <c1/> sur l’ancien serveur.'
    const message = await workInOmegat(project, {
      ...locales,
      texts: new Map([
        ['Write down what they say.', 'Notez ce qu’elles disent.'],
        ['Open <c1/> on the former server.', stays],
        [
          'Read the <b1>plan</b1> and the <a2>checklist</a2> before you touch anything.',
          'Avant tout, lisez la <a2>liste</a2> et le <b1>plan</b1>.',
        ],
        [
          'Count the <b1>users</b1> first. Compare the number of messages in both systems.',
          'Comptez d’abord les comptes. Comparez le nombre de messages.',
        ],
      ]),
    })
    expect(message).toContain('Missing: <b1>')
    const { code, printed } = await passerelle('import', project)
    expect(printed).toContain('2 translated, 1 confirmed')
    expect([code, printed.match(/ error \S+/g)]).toEqual([1, [' error code-lost']])
    const plan = 'fr-fr/moves/plan.md'
    const lock = 'fr-fr/l10n/moves.fr-FR.lock'
    const after = await files()
    expect(after).toEqual({
      ...before,
      [plan]: before[plan]
        ?.replace('Write down what they say.', 'Notez ce qu’elles disent.')
        .replace(/Lisez le .*/, 'Avant tout, lisez la [liste](check.md) et le **plan**.'),
      [lock]: after[lock],
    })
  })

  test('what nobody has confirmed is not filled in by itself', async () => {
    const { passerelle, folder, edit } = await translatedDocset()
    const twice = '- Ask the people who know the old system.\n'
    await edit('en-us/moves/after.md', 'Switch off', `${twice}\nSwitch off`)
    await passerelle('sync')
    const project = join(folder, 'work/moves.en-US.fr-FR.omegat')
    const filledIn = async () => {
      await passerelle('export', '--out', 'work', '--to', 'omegat', '--only', 'waiting')
      await workInOmegat(project, { ...locales, texts: new Map() })
      const text = await readFile(join(project, 'target/moves.en-US.fr-FR.po'), 'utf8')
      return readPo(text, 'moves.po').units.flatMap(({ target }) => target ?? [])
    }
    expect(await filledIn()).toEqual([])
    await passerelle('confirm', 'plan')
    expect(await filledIn()).toEqual([
      { kind: 'text', text: 'Interrogez les personnes qui connaissent l’ancien système.' },
    ])
  })

  test.skipIf(!hasFastTrack)(
    'every third waiting unit of FastTrack, and nothing else',
    async () => {
      const { cwd, passerelle } = await copiedFastTrack()
      const name = 'fasttrack.en-US.fr-FR'
      const unitsIn = async (path: string) => {
        const read = path.endsWith('.po') ? readPo : readCsv
        const { units, messages } = read(await readFile(join(cwd, path), 'utf8'), path)
        expect(messages).toEqual([])
        return units.map(({ id, source = [], target = [] }) => {
          return { id, source: toTags(source), target: toTags(target) }
        })
      }
      // In a table what is only offered stands beside the translations.
      const all = async (out: string) => {
        await passerelle('export', '--out', out, '--to', 'csv')
        return unitsIn(`${out}/${name}.csv`)
      }
      await passerelle('sync')
      const before = await all('before')
      await passerelle('export', '--out', 'work', '--to', 'omegat', '--only', 'waiting')
      const project = `work/${name}.omegat`
      const waiting = await unitsIn(`${project}/source/${name}.po`)
      const chosen = waiting.filter((_, index) => index % 3 === 0)
      const texts = new Map(chosen.map(({ source }) => [source, inNoLanguage(source)]))
      await workInOmegat(join(cwd, project), { ...locales, texts })
      // OmegaT translates a text once for all places where it stands.
      const wanted = waiting.filter(({ source }) => texts.has(source))
      expect(wanted.some(({ source }) => /<a1>.*<\/a1>/.test(source))).toBe(true)
      const { code, printed } = await passerelle('import', project)
      expect(printed).toContain(
        `${wanted.length} translated, 0 confirmed, 0 as before, ${waiting.length - wanted.length} still wait, 0 refused`,
      )
      expect(code).toBe(0)
      const translations = new Map(wanted.map(({ id, source }) => [id, texts.get(source)]))
      expect(await all('after')).toEqual(
        before.map((unit) => {
          const target = translations.get(unit.id)
          return target === undefined ? unit : { ...unit, target }
        }),
      )
      console.info(`OmegaT: ${wanted.length} of ${waiting.length} waiting units translated`)
    },
  )
})

/** A docset that was taken over, its work handed out to a translator, and how far it is. */
import { expect } from 'vitest'
import { type TranslatedDocset, translatedDocset } from './translated-docset.ts'

export const lock = 'fr-fr/l10n/moves.fr-FR.lock'
export const po = 'work/moves.en-US.fr-FR.po'

/** A docset that was taken over, its work handed out to `work/`. */
export async function handedOut(...options: string[]): Promise<TranslatedDocset> {
  const docset = await translatedDocset()
  await docset.passerelle('sync')
  const { code, warned } = await docset.passerelle('export', '--out', 'work', ...options)
  expect([code, warned]).toEqual([0, ''])
  return docset
}

export const counts = async ({ passerelle }: TranslatedDocset) => {
  const { printed } = await passerelle('status', '--json')
  const { translations } = JSON.parse(printed) as {
    translations: { states: Record<string, { blocks: number }> }[]
  }
  return Object.fromEntries(
    Object.entries(translations[0]?.states ?? {}).flatMap(([state, { blocks }]) =>
      blocks ? [[state, blocks]] : [],
    ),
  )
}

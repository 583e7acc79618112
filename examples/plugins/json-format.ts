/** `formats`: units as JSON, for a translation service that takes nothing else. */
import type { PasserellePlugin } from 'passerelle'

type Entry = { id: string; text: string; translation: string }

export const jsonFormat: PasserellePlugin = {
  name: 'json-format',
  hooks: {
    formats: [
      {
        name: 'json',
        extension: '.json',
        write(units, { targetLocale }) {
          const entries = units.map(({ id, source, target = '' }) => {
            return { id, text: source, translation: target }
          })
          return `${JSON.stringify({ language: targetLocale, entries }, undefined, 2)}\n`
        },
        read(text) {
          const { entries } = JSON.parse(text) as { entries: Entry[] }
          return entries.map(({ id, translation }) => ({ id, target: translation }))
        },
      },
    ],
  },
}

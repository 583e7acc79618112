/** `strings`: the words of the team for alerts, in both of its languages, shared by all its sites. */
import type { PasserellePlugin } from 'passerelle'

export const ourWords: PasserellePlugin = {
  name: 'our-words',
  hooks: {
    strings: {
      en: { 'alert.important': 'Do not skip this' },
      'fr-FR': { 'alert.important': 'À ne pas sauter' },
    },
  },
}

import { markup } from '#src/components/markup.ts'

/**
 * Set the remembered theme, and what was dismissed, before the first paint.
 *
 * It goes into the head as it is: one static string, so that one hash in a content security policy
 * covers it on every page.
 */
export const themeScript = markup`for(let k of['theme','dismissed'])try{document.documentElement.dataset[k]=localStorage['passerelle-'+k]||''}catch{}`

import { markup } from '#src/components/markup.ts'

/**
 * Sets the stored theme, and hides a dismissed announcement, before the first paint. One static string for every
 * page, so that one hash in the Content-Security-Policy covers it.
 */
export const themeScript = markup`for(let k of['theme','dismissed'])try{document.documentElement.dataset[k]=localStorage['passerelle-'+k]||''}catch{}`

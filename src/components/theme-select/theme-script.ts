import { markup } from '#src/components/markup.ts'

/**
 * Set the remembered theme before the first paint.
 *
 * It goes into the head as it is: one static string, so that one hash in a content security policy
 * covers it on every page.
 */
export const themeScript = markup`try{let t=localStorage['passerelle-theme'];if(t)document.documentElement.dataset.theme=t}catch{}`

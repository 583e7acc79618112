import { markup } from '#src/components/markup.ts'

/**
 * Set the remembered theme, and what was dismissed, before the first paint.
 *
 * It goes into the head as it is: one static string, so that one hash in a content security policy
 * covers it on every page.
 */
export const themeScript = markup`try{let s=localStorage,d=document.documentElement.dataset,t=s['passerelle-theme'],a=s['passerelle-announcement'];if(t)d.theme=t;if(a)d.dismissed=a}catch{}`

/**
 * Set the remembered theme before the first paint.
 *
 * It goes into the head as it is: one static string, so that one hash in a content security policy
 * covers it on every page.
 */
export const themeScript = `try{let t=localStorage.getItem('passerelle-theme');if(t)document.documentElement.dataset.theme=t}catch{}`

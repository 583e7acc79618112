/**
 * Starts the script that copies tables where the page has one to copy: the other pages do not load it.
 *
 * It lies in a template until then. (An `import()` would bring Vite’s helper, larger than the script.)
 */
const [kept] =
  document.querySelector<HTMLTemplateElement>('[data-copy-label]')?.content.children ?? []

if (kept && document.querySelector('[data-copy]')) document.body.append(kept)

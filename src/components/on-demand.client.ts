/**
 * Loads the script in a `<template data-for="…">` when the reader hovers or focuses an element that matches it. Once
 * loaded, that script handles clicks before this one.
 */
for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-for]')) {
  const script = template.content.querySelector('script')
  const start = (event: Event) => {
    const { target, type, ctrlKey, metaKey, shiftKey } = event as MouseEvent
    const element = (target as Element).closest<HTMLElement>(template.dataset['for']!)
    if (!element || !script || event.defaultPrevented) return
    document.body.append(script)
    if (type !== 'click' || ctrlKey || metaKey || shiftKey) return
    event.preventDefault()
    script.onload = () => element.click()
  }
  for (const event of ['pointerover', 'focusin', 'click']) addEventListener(event, start)
}

// With `data-kept`, load it once the browser’s storage has that key, or if the address has a choice of services.
for (const { dataset, content } of document.querySelectorAll<HTMLTemplateElement>(
  'template[data-kept]',
)) {
  const { kept = '', changes } = dataset
  const look = () => {
    let isAsked = /[?&](services|options)=/.test(location.search)
    try {
      isAsked ||= kept in localStorage
      // A first visit is only recorded, for comparison at the next one.
      if (changes) localStorage[kept] ??= Date.now()
    } catch {
      // Storage is not available.
    }
    // Nothing is left to append once it has been loaded.
    if (isAsked) document.body.append(content)
  }
  look()
  // The key may be stored later: on this page (which gets an event), in another tab, or on a page from which the
  // reader goes back.
  for (const event of changes ? [] : ['passerelle-progress', 'storage', 'pageshow'])
    addEventListener(event, look, true)
}

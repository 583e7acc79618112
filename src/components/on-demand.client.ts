/**
 * Fetches the script in a `<template data-for="…">` when the reader comes near what it is for. Once it is
 * there, the script takes the presses before they come here.
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

// With `data-kept` as soon as the browser keeps something under that name, or where the address asks for services.
for (const { dataset, content } of document.querySelectorAll<HTMLTemplateElement>(
  'template[data-kept]',
)) {
  const { kept = '', changes } = dataset
  const look = () => {
    let isAsked = /[?&](services|options)=/.test(location.search)
    try {
      isAsked ||= kept in localStorage
      // On a first visit nothing is new; the next visit compares with this one.
      if (changes) localStorage[kept] ??= Date.now()
    } catch {
      // This browser keeps nothing.
    }
    // Once it is there, nothing is left to append.
    if (isAsked) document.body.append(content)
  }
  look()
  // Kept from now on: here (the page gets an event), in another tab, or on a page that the reader comes back from.
  for (const event of changes ? [] : ['passerelle-progress', 'storage', 'pageshow'])
    addEventListener(event, look, true)
}

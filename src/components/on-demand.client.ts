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

// With `data-kept` at once, where the browser keeps something under that name or the address asks for services.
for (const { dataset, content } of document.querySelectorAll<HTMLTemplateElement>(
  'template[data-kept]',
)) {
  let isAsked = /[?&](services|options)=/.test(location.search)
  try {
    isAsked ||= dataset['kept']! in localStorage
  } catch {
    // This browser keeps nothing.
  }
  if (isAsked) document.body.append(content)
}

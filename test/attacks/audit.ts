/** What is in a page’s document that could still run or lead away: nothing has to happen for it to count. */

/** Runs in the browser; `themeScript` is the only script that may stand inside a page. */
export function audit(themeScript: string): string[] {
  const results: string[] = []
  const active = 'base,iframe,frame,object,embed,applet,portal,foreignObject'
  // A drawing that is opened by itself may move, and name its own parts.
  const isDrawing = document.documentElement.localName === 'svg'
  const unsafe = isDrawing ? active : `${active},animate,set,use,style`
  // Formulas are drawn as MathML; these parts of it run, lead away or are read as HTML.
  const unsafeMath = 'maction,semantics,annotation,annotation-xml,mglyph,malignmark,[*|href]'
  const addresses =
    /^(?:href|src|srcset|action|formaction|xlink:href|data|poster|background|ping|srcdoc|values|to|from)$/i
  look(document)
  return results

  function look(root: Document | DocumentFragment): void {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(unsafe)) tell(element, 'is there')
      if (element instanceof MathMLElement && element.matches(unsafeMath)) {
        tell(element, 'is there')
      }
      if (element instanceof HTMLScriptElement) lookAtScript(element)
      if (element.matches('meta[http-equiv=refresh i]')) lookAtRefresh(element)
      if (element.matches('link:not([rel=canonical], [rel=alternate])')) {
        if (!isOwn(element.getAttribute('href') ?? '')) tell(element, 'loads from elsewhere')
      }
      if (element.matches('img, source, image, video, audio, input, form, button')) {
        for (const name of ['src', 'srcset', 'href', 'action', 'formaction', 'poster']) {
          if (!isOwn(element.getAttribute(name) ?? '')) tell(element, 'loads from elsewhere')
        }
      }
      for (const { name, value } of element.attributes) lookAtAttribute(element, name, value)
      if (element instanceof HTMLTemplateElement) look(element.content)
      if (element.shadowRoot) tell(element, 'has a shadow tree')
    }
  }

  function lookAtAttribute(element: Element, name: string, value: string): void {
    if (/^on/i.test(name)) tell(element, `has ${name}`)
    // Scripts of the site set the position of the panel of copied links.
    if (name === 'style' && !isDrawing && !element.matches('.copy-link'))
      tell(element, 'has a style')
    if (!addresses.test(name) || element.matches('option, data')) return
    // Browsers take these characters out of an address before they look for its scheme.
    const scheme = /^([a-z][a-z\d+.-]*):/i.exec(value.replaceAll(/[\u0000-\u0020]/g, ''))?.[1]
    if (scheme && !/^(?:https?|mailto|tel|xmpp|ircs?)$/i.test(scheme))
      tell(element, `leads to ${scheme}:`)
  }

  function lookAtScript(script: HTMLScriptElement): void {
    // What a page says of itself runs nowhere; content has no way into the head.
    if (script.type === 'application/ld+json' && script.parentElement === document.head) return
    const file = URL.parse(script.getAttribute('src') ?? '', document.URL)
    const isFile = file?.origin === location.origin && file.pathname.includes('/_astro/')
    if (!isFile && script.textContent !== themeScript) tell(script, 'is none of ours')
  }

  function lookAtRefresh(meta: Element): void {
    const [, address = ''] = /^0; url=(.*)$/s.exec(meta.getAttribute('content') ?? '') ?? []
    if (!/^(?:https?:|\/)/.test(address) || /attacker/.test(new URL(address, location.href).host)) {
      tell(meta, `leads to ${address}`)
    }
  }

  function isOwn(address: string): boolean {
    return URL.parse(address, document.URL)?.origin === location.origin
  }

  function tell(element: Element, what: string): void {
    const open = element.cloneNode(false) as Element
    results.push(`<${open.localName}> ${what}: ${open.outerHTML.slice(0, 160)}`)
  }
}

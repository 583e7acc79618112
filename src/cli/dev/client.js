/**
 * In the browser: take over what has changed without losing the place, and show problems over the page.
 *
 * The first message of a connection says how things are; each later one says that something has changed.
 */
const overlayId = '_dev-problems'
let isFirst = true

const events = new EventSource(new URL('events', import.meta.url))
events.onmessage = async ({ data }) => {
  if (!isFirst) await takeOver()
  isFirst = false
  document.documentElement.dataset.dev = 'connected'
  showProblems(JSON.parse(data))
}
// The server has started again, with another configuration perhaps.
events.onerror = () => {
  events.addEventListener('open', () => location.reload(), { once: true })
}

/** Put the page as it is now in place of the old one; what is equal stays, focus and scroll with it. */
async function takeOver() {
  const response = await fetch(location.href, { cache: 'no-store' })
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return location.reload()
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  document.title = fresh.title
  replace(document.body, fresh.body)
}

/** Walk down as long as only one child differs. */
function replace(old, fresh) {
  if (old.isEqualNode(fresh)) return
  if (old.nodeName !== fresh.nodeName || !old.children || !haveEqualAttributes(old, fresh)) {
    return old.replaceWith(document.adoptNode(fresh))
  }
  const before = [...old.childNodes].filter((node) => node.id !== overlayId)
  const after = [...fresh.childNodes]
  let start = 0
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start]))
    start++
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end).isEqualNode(after.at(-1 - end))
  ) {
    end++
  }
  const gone = before.slice(start, before.length - end)
  const come = after.slice(start, after.length - end)
  if (gone.length === come.length) return gone.forEach((node, index) => replace(node, come[index]))
  const next = before[before.length - end] ?? null
  for (const node of gone) node.remove()
  for (const node of come) old.insertBefore(document.adoptNode(node), next)
}

function haveEqualAttributes(old, fresh) {
  return old.cloneNode(false).isEqualNode(fresh.cloneNode(false))
}

/** Errors stand over the page; it can be read below them. */
function showProblems(problems) {
  document.getElementById(overlayId)?.remove()
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!errors.length) return
  const overlay = document.createElement('section')
  overlay.id = overlayId
  overlay.setAttribute('role', 'alert')
  overlay.style.cssText =
    'position:fixed;inset:auto 0 0;max-height:50vh;overflow:auto;z-index:99;padding:1rem;background:#8c1d18;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap'
  overlay.textContent = errors
    .map(
      ({ file, line, column, ruleId, reason }) =>
        `${[file, line, column].filter(Boolean).join(':')} ${ruleId}\n${reason}`,
    )
    .join('\n\n')
  document.body.append(overlay)
}

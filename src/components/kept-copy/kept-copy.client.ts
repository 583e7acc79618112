/** Asks the browser to keep the docset, and says so once it does, or that what is shown is what it has kept. */
const element = document.querySelector<HTMLElement>('kept-copy')
const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined

let isKept = false

function tell() {
  if (!element) return
  const { kept, offline } = element.dataset
  const text = navigator.onLine ? isKept && kept : offline
  const paragraph = document.createElement('p')
  paragraph.className = navigator.onLine ? '' : 'notice'
  paragraph.textContent = text || ''
  element.replaceChildren(...(text ? [paragraph] : []))
}

async function ask() {
  const registration = await workers?.ready
  registration?.active?.postMessage({ keep: element?.dataset['docset'] })
}

async function begin() {
  const { worker = '', base = '' } = element?.dataset ?? {}
  try {
    // Its name never changes: what browsers keep of it must not hide a newer one.
    await workers?.register(worker, { scope: base, updateViaCache: 'none' })
    // A newer worker takes over while the page is read, and knows of newer files.
    workers?.addEventListener('controllerchange', () => void ask())
    await ask()
  } catch {
    // Browsers may forbid workers.
  }
}

if (element && workers) {
  const { dataset } = element
  tell()
  for (const event of ['online', 'offline']) addEventListener(event, tell)
  workers.addEventListener('message', ({ data }: MessageEvent<{ kept?: string }>) => {
    if (data.kept !== dataset['docset']) return
    isKept = true
    tell()
  })
  // Readers who save data keep nothing that they have not asked for; an app is what they have asked for.
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {}
  const isApp = matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches
  // Not before the page is there: it needs the network first. A browser may forbid it.
  if (saveData !== true || isApp) {
    if (document.readyState === 'complete') void begin()
    else addEventListener('load', () => void begin())
  }
}

/**
 * Registers the service worker of the docset, and says once the docset is available offline, or that this page comes
 * from the offline copy.
 */
const element = document.querySelector<HTMLElement>('kept-copy')
const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined

let isKept = false

function announce() {
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
    // The file’s name never changes, so its HTTP cache must not hide a newer version.
    await workers?.register(worker, { scope: base, updateViaCache: 'none' })
    // A newer worker may take over while the page is open, and knows newer files.
    workers?.addEventListener('controllerchange', () => void ask())
    await ask()
  } catch {
    // Service workers may be disabled.
  }
}

if (element && workers) {
  const { dataset } = element
  announce()
  for (const event of ['online', 'offline']) addEventListener(event, announce)
  workers.addEventListener('message', ({ data }: MessageEvent<{ kept?: string }>) => {
    if (data.kept !== dataset['docset']) return
    isKept = true
    announce()
  })
  // With data saving, nothing is stored unless the reader has installed the app.
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {}
  const isApp = matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches
  // After the page has loaded, which needs the network first. Registration may be disabled.
  if (saveData !== true || isApp) {
    if (document.readyState === 'complete') void begin()
    else addEventListener('load', () => void begin())
  }
}

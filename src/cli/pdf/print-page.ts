/** Print pages to PDF with Chromium, through the DevTools Protocol over a pipe: this needs no package. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** Milliseconds that a page may take; the page of a large docset takes some seconds. */
const timeLimit = 120_000

/** A running browser. */
export interface Printer {
  /** The PDF of a page; rejects with a sentence if it cannot be printed. */
  print: (address: string) => Promise<Uint8Array>
  /** Resolves when the browser has ended. */
  close: () => Promise<void>
}

/** A response or an event of the protocol. */
interface Message {
  id?: number
  method?: string
  sessionId?: string
  result?: Readonly<Record<string, string>>
  error?: { message: string }
}

/**
 * Start a browser.
 *
 * @param browser - Path of Chromium, Chrome or Edge.
 * @param profile - A folder for the browser’s own files.
 */
export function openPrinter(browser: string, profile: string): Printer {
  const child = spawn(browser, argumentsFor(profile), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => {
    child.on('close', () => done())
    child.on('error', () => done())
  })
  const tools = connect(child)
  return {
    async print(address) {
      const signal = AbortSignal.timeout(timeLimit)
      const { targetId = '' } = await tools.call('Target.createTarget', blank, signal)
      const page = { targetId, flatten: true }
      const { sessionId } = await tools.call('Target.attachToTarget', page, signal)
      await tools.call('Page.enable', {}, signal, sessionId)
      // Awaited together: if the browser ends, both are rejected.
      const [{ errorText }] = await Promise.all([
        tools.call('Page.navigate', { url: address }, signal, sessionId),
        tools.event('Page.loadEventFired', signal, sessionId),
      ])
      if (errorText) throw new Error(`The browser cannot open the page (${errorText}).`)
      const { data = '' } = await tools.call('Page.printToPDF', printing, signal, sessionId)
      await tools.call('Target.closeTarget', { targetId }, signal)
      return Buffer.from(data, 'base64')
    },
    close: () => {
      child.kill()
      return ended
    },
  }
}

const blank = { url: 'about:blank' }

const printing = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  // The page’s style sheet numbers the pages.
  displayHeaderFooter: false,
  preferCSSPageSize: true,
}

function argumentsFor(profile: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    // No request leaves this machine.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    `--user-data-dir=${profile}`,
    // Chromium refuses its sandbox to root, as in containers; the pages are the team’s own.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

function connect(child: ChildProcess) {
  const [, , , input, output] = child.stdio as unknown as [0, 0, 0, Writable, Readable]
  const listeners = new Set<(message: Message | Error) => void>()
  const emit = (message: Message | Error) => listeners.forEach((listen) => listen(message))
  child.on('error', emit)
  child.on('close', (code) => emit(new Error(`The browser ended with ${code}.`)))
  input.on('error', () => undefined)
  let rest = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) emit(JSON.parse(part) as Message)
  })

  /** The first message that matches. */
  function next(matches: (message: Message) => boolean, signal: AbortSignal): Promise<Message> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        listeners.delete(listen)
        signal.removeEventListener('abort', abort)
        act()
      }
      const abort = () =>
        settle(() => reject(new Error(`It took longer than ${timeLimit / 1000} seconds.`)))
      const listen = (message: Message | Error) => {
        if (message instanceof Error) settle(() => reject(message))
        else if (matches(message)) settle(() => resolve(message))
      }
      listeners.add(listen)
      signal.addEventListener('abort', abort)
    })
  }

  let lastId = 0
  return {
    async call(method: string, params: object, signal: AbortSignal, sessionId?: string) {
      const id = ++lastId
      const response = next((message) => message.id === id, signal)
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      const { result = {}, error } = await response
      if (error) throw new Error(error.message)
      return result
    },
    event: (method: string, signal: AbortSignal, sessionId?: string) =>
      next((message) => message.method === method && message.sessionId === sessionId, signal),
  }
}

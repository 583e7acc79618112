/** Printing with a Chromium by the protocol of its developer tools, over a pipe: no package is needed for that. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A page of a large docset takes some seconds. */
const patience = 120_000

/** A running browser; `print` rejects with a sentence where it cannot. */
export interface Printer {
  print: (address: string) => Promise<Uint8Array>
  /** Ends when the browser has. */
  close: () => Promise<void>
}

/** A response of the browser, or an event. */
interface Message {
  id?: number
  method?: string
  sessionId?: string
  result?: Readonly<Record<string, string>>
  error?: { message: string }
}

/** @param profile - A folder for the browser’s own files. */
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
      const late = AbortSignal.timeout(patience)
      const { targetId = '' } = await tools.ask('Target.createTarget', { url: 'about:blank' }, late)
      const page = { targetId, flatten: true }
      const { sessionId } = await tools.ask('Target.attachToTarget', page, late)
      await tools.ask('Page.enable', {}, late, sessionId)
      const loaded = tools.told('Page.loadEventFired', late, sessionId)
      await tools.ask('Page.navigate', { url: address }, late, sessionId)
      await loaded
      const { data = '' } = await tools.ask('Page.printToPDF', printing, late, sessionId)
      await tools.ask('Target.closeTarget', { targetId }, late)
      return Buffer.from(data, 'base64')
    },
    close: () => {
      child.kill()
      return ended
    },
  }
}

const printing = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  // Numbers of pages are in the style sheet of the page.
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
    // Nothing is asked of another machine.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    `--user-data-dir=${profile}`,
    // Root cannot have its sandbox, as in containers; the pages are the team’s own.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

function connect(child: ChildProcess) {
  const [, , , input, output] = child.stdio as unknown as [0, 0, 0, Writable, Readable]
  const waiting = new Set<(message: Message | Error) => void>()
  const fail = (error: Error) => waiting.forEach((take) => take(error))
  const tell = (message: Message) => waiting.forEach((take) => take(message))
  child.on('error', fail)
  child.on('close', (code) => fail(new Error(`The browser ended with ${code}.`)))
  input.on('error', () => undefined)
  let rest = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) tell(JSON.parse(part) as Message)
  })

  /** The first message that is the one. */
  function next(is: (message: Message) => boolean, late: AbortSignal): Promise<Message> {
    return new Promise((resolve, reject) => {
      const end = (act: () => void) => {
        waiting.delete(take)
        late.removeEventListener('abort', give)
        act()
      }
      const give = () =>
        end(() => reject(new Error(`It took longer than ${patience / 1000} seconds.`)))
      const take = (message: Message | Error) => {
        if (message instanceof Error) end(() => reject(message))
        else if (is(message)) end(() => resolve(message))
      }
      waiting.add(take)
      late.addEventListener('abort', give)
    })
  }

  let last = 0
  return {
    async ask(method: string, params: object, late: AbortSignal, sessionId?: string) {
      const id = ++last
      const answer = next((message) => message.id === id, late)
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      const { result = {}, error } = await answer
      if (error) throw new Error(error.message)
      return result
    },
    told: (method: string, late: AbortSignal, sessionId?: string) =>
      next((message) => message.method === method && message.sessionId === sessionId, late),
  }
}

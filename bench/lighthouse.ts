/**
 * `npm run lighthouse`: Lighthouse's four scores for the built site's home and a guide.
 *
 * Scores depend on the machine; they are printed for a person to read and are no test. Build first.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { openBrowser } from '../test/support/browser.ts'
import { serve } from '../test/support/server.ts'

const folder = join(import.meta.dirname, '../dist')
const paths = process.argv.slice(2)
const pages = paths.length
  ? paths
  : ['en/', 'fr-fr/', 'en/fasttrack/assess/', 'fr-fr/fasttrack/assess/']

if (existsSync(folder)) await measure()
else {
  console.error('Unexpected: no dist/, expected a built site. Run `npm run build` first.')
  process.exitCode = 2
}

async function measure(): Promise<void> {
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  const site = await serve(folder, { compress: true })
  try {
    for (const formFactor of ['mobile', 'desktop'] as const) {
      for (const page of pages)
        console.log(
          formFactor.padEnd(8),
          page.padEnd(28),
          await scores(page, formFactor, port, site.url),
        )
    }
  } finally {
    await site.close()
    await browser.close()
  }
}

async function scores(
  page: string,
  formFactor: 'mobile' | 'desktop',
  port: number,
  url: string,
): Promise<string> {
  const screenEmulation =
    formFactor === 'desktop'
      ? { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false }
      : undefined
  const result = await lighthouse(url + page, {
    port,
    formFactor,
    logLevel: 'error',
    ...(screenEmulation && {
      screenEmulation,
      throttling: {
        rttMs: 40,
        throughputKbps: 10_240,
        cpuSlowdownMultiplier: 1,
        requestLatencyMs: 0,
        downloadThroughputKbps: 0,
        uploadThroughputKbps: 0,
      },
    }),
  })
  const categories = Object.values(result?.lhr.categories ?? {})
  const failed = Object.values(result?.lhr.audits ?? {})
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
    .map(({ id }) => id)
  const line = categories
    .map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`)
    .join('  ')
  return failed.length ? `${line}  (failed: ${failed.join(', ')})` : line
}

/** A port that nothing listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

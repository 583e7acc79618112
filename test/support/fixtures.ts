/**
 * Test a plugin by folders: `test/fixtures/<plugin>/<case>/input.md` (or `.mdx`).
 *
 * Beside the input lie `output.html` and `messages.txt`, what a writer should get to see. The name
 * of a folder is the claim that it proves. `vitest -u` writes both files again.
 */
import { fileURLToPath } from 'node:url'
import { readdirSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'

interface Processor {
  process: (file: VFile) => Promise<VFile>
}

const root = new URL('../fixtures/', import.meta.url)

/** `processorOf` is called for each case, so that it may depend on the input's extension. */
export function describeFixtures(
  plugin: string,
  processorOf: (file: VFile) => Processor,
  title = plugin,
): void {
  const cases = readdirSync(new URL(plugin, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

  describe(title, () => {
    test.each(cases)('%s', async (name) => {
      const folder = new URL(`${plugin}/${name}/`, root)
      const file = await processInput(folder, processorOf)
      await expect(String(file)).toMatchFileSnapshot(fileURLToPath(new URL('output.html', folder)))
      await expect(formatMessages(file)).toMatchFileSnapshot(
        fileURLToPath(new URL('messages.txt', folder)),
      )
    })
  })
}

async function processInput(folder: URL, processorOf: (file: VFile) => Processor): Promise<VFile> {
  const input = readdirSync(folder).find((name) => /^input\.mdx?$/.test(name))
  if (!input) throw new Error(`No input.md or input.mdx in ${fileURLToPath(folder)}`)
  const path = new URL(input, folder)
  const file = new VFile({ path: fileURLToPath(path), value: readFileSync(path, 'utf8') })
  return processorOf(file).process(file)
}

/** One line for each message, in the order of the page. */
export function formatMessages({ messages }: VFile): string {
  return messages
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map((message) => `${formatPlace(message)} ${formatRule(message)} ${message.reason}\n`)
    .join('')
}

function formatPlace({ place }: VFileMessage): string {
  if (!place) return '1:1'
  if (!('start' in place)) return `${place.line}:${place.column}`
  return `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`
}

function formatRule({ fatal, ruleId }: VFileMessage): string {
  return `${fatal ? 'error' : 'warning'} ${ruleId ?? ''}`
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { repairPublished } from '#src/cli/publish.ts'
import { randomOf } from '../support/drift.ts'
import { temporaryFolder } from '../support/folder.ts'
import { startPublishing } from '../support/killed-publish.ts'
import { publishedText } from '../support/published.ts'

const rounds = Array.from({ length: 60 }, (_, round) => round)

test.each(rounds)(
  'killed at random (round %i), the next start leaves one whole site',
  async (round) => {
    const parent = await temporaryFolder()
    const out = join(parent, 'dist')
    const child = startPublishing(out, 'site ')
    await child.printed('published')
    await sleep(randomOf(round)() * 60)
    child.process.kill('SIGKILL')
    await child.ended
    await repairPublished(out)
    expect(await publishedText(out)).toMatch(/^site \d+$/)
    expect(await readdir(parent)).toEqual(['dist'])
  },
)

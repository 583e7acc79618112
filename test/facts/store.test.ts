/** What is kept between builds counts only as long as all that it depends on is as it was. */
import { expect, test } from 'vitest'
import { unpackRecord } from '#src/facts/record-file.ts'
import { recall } from '#src/facts/store.ts'
import { type LookUp, note } from '#src/facts/trace.ts'

/** A world of files, and a store that can be looked into. */
function setUp(files: Record<string, string>) {
  const kept = new Map<string, Uint8Array>()
  let computed = 0
  const answerOf = ([, name = '']: LookUp) => files[name]
  const store = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, bytes: Uint8Array) => {
      kept.set(key, bytes)
      return (start: number, end: number) => bytes.subarray(start, end)
    },
  }
  const ask = async (key = 'page') => {
    const { facts, body } = await recall({ store, answerOf }, key, async () => {
      computed++
      note(['file', 'a'], files['a'])
      // The answer to the first decides on the second.
      if (files['a'] === 'include b') note(['file', 'b'], files['b'])
      return { facts: files['a'], body: `${files['b']}` }
    })
    return `${facts} ${Buffer.from(body?.bytes ?? []).toString()}`
  }
  return { files, kept, store, answerOf, ask, times: () => computed }
}

test('equal input is computed once', async () => {
  const { ask, times } = setUp({ a: 'words' })
  expect(await ask()).toBe(await ask())
  expect(times()).toBe(1)
})

test('what was computed now can be read from the store later, instead of being kept', async () => {
  const { store, answerOf } = setUp({})
  const { body } = await recall({ store, answerOf }, 'page', async () => ({
    facts: 'short',
    body: 'très long',
  }))
  expect(Buffer.from(body?.again?.() ?? []).toString()).toBe('très long')
})

test('a change to recorded dependencies counts, no other change does', async () => {
  const { files, ask, times } = setUp({ a: 'words', b: '1' })
  await ask()
  files['b'] = '2'
  await ask()
  expect(times()).toBe(1)
  files['a'] = 'include b'
  expect(await ask()).toBe('include b 2')
  files['b'] = '3'
  expect(await ask()).toBe('include b 3')
  expect(times()).toBe(3)
})

test('deleted and missing files are recorded, too', async () => {
  const { files, ask, times } = setUp({ a: 'include b' })
  await ask()
  files['b'] = 'new'
  await ask()
  delete files['b']
  await ask()
  expect(times()).toBe(3)
})

test('a file of the cache that is cut off or changed is not trusted', async () => {
  const { kept, ask, times } = setUp({ a: 'words' })
  const right = await ask()
  const text = Buffer.from(kept.get('page') ?? []).toString()
  for (const damaged of [text.slice(0, -5), '', 'x', text.replace('words', 'wor.s'), `${text} `]) {
    kept.set('page', Buffer.from(damaged))
    expect(await ask()).toBe(right)
  }
  expect(times()).toBe(6)
})

test('a file of the cache that has the name of another is not trusted', async () => {
  const { files, kept, ask, times } = setUp({ a: 'words' })
  await ask('x')
  files['a'] = 'other'
  await ask('y')
  kept.set('y', kept.get('x') ?? new Uint8Array())
  files['a'] = 'words'
  await ask('y')
  expect(times()).toBe(3)
})

test('concurrent computations record their own dependencies', async () => {
  const { kept, ask } = setUp({ a: 'include b', b: '1' })
  await Promise.all([ask('x'), ask('y')])
  const [x, y] = ['x', 'y'].map((key) => unpackRecord(key, kept.get(key)))
  expect(x).toBeDefined()
  expect(x).toEqual(y)
})

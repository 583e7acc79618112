/** A guide comes from another generator, with `:::note` and its kin; `check --fix` writes alerts. */
import { describe, expect, test } from 'vitest'
import { withAlerts } from '#plugins/guide/alert-containers.ts'

const fixed = (text: string) => withAlerts(text).text

describe('a container becomes an alert', () => {
  test.each([
    ['a sentence', ':::note\nOne.\n:::\n', '> [!NOTE]\n> One.\n'],
    ['another name', ':::danger\nOne.\n:::\n', '> [!CAUTION]\n> One.\n'],
    ['a space', '::: tip\nOne.\n:::\n', '> [!TIP]\n> One.\n'],
    [
      'a title behind it',
      ':::tip Mind this\nOne.\n:::\n',
      '> [!TIP]\n> **Mind this**\n>\n> One.\n',
    ],
    ['a label', ':::tip[Mind *this*]\nOne.\n:::\n', '> [!TIP]\n> **Mind *this***\n>\n> One.\n'],
    [
      'lists in lists, and code',
      ':::warning\n\nOne:\n\n- a\n  1. b\n\n     c\n\n```sh\n:::note\n\nx > y\n```\n\n:::\n',
      '> [!WARNING]\n>\n> One:\n>\n> - a\n>   1. b\n>\n>      c\n>\n> ```sh\n> :::note\n>\n> x > y\n> ```\n>\n',
    ],
    ['a list first', ':::note\n2. b\n:::\n', '> [!NOTE]\n>\n> 2. b\n'],
    [
      'text right behind it',
      'Before\n:::note\nOne.\n:::\nAfter\n',
      'Before\n> [!NOTE]\n> One.\n\nAfter\n',
    ],
    [
      'a list around it',
      '- a\n\n  :::note\n  One.\n  :::\n\n- b\n',
      '- a\n\n  > [!NOTE]\n  > One.\n\n- b\n',
    ],
    ['a list’s marker before it', '1. :::note\n   One.\n   :::\n', '1. > [!NOTE]\n   > One.\n'],
    ['a quote around it', '> :::note\n> One.\n> :::\n', '> > [!NOTE]\n> > One.\n'],
    [
      'one in another',
      '::::note\nOne.\n\n:::tip\nTwo.\n:::\n\nThree.\n::::\n',
      '> [!NOTE]\n> One.\n>\n> > [!TIP]\n> > Two.\n>\n> Three.\n',
    ],
    ['Windows’ ends of lines', ':::note\r\n\r\nOne.\r\n:::\r\n', '> [!NOTE]\r\n>\r\n> One.\r\n'],
    [
      'front matter',
      '---\ntitle: A\n---\n\n:::note\nOne.\n:::\n',
      '---\ntitle: A\n---\n\n> [!NOTE]\n> One.\n',
    ],
  ])('with %s', (_, before, after) => {
    expect(fixed(before)).toBe(after)
    expect(fixed(after)).toBe(after)
  })
})

describe('what is left as it is', () => {
  test.each([
    ['code', '```md\n:::note\nOne.\n:::\n```\n'],
    ['our own directives', ':::details[More]\nOne.\n:::\n'],
    ['what could be one of two kinds', ':::attention\nOne.\n:::\n'],
    ['attributes, which would be lost', ':::note{#a}\nOne.\n:::\n'],
    ['text that is no MDX', ':::note\n<a>\n:::\n'],
    ['words', 'A ratio of 3:::note and more.\n'],
  ])('%s', (_, text) => {
    expect(withAlerts(text)).toEqual({ text, count: 0 })
  })
})

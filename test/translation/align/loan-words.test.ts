import { describe, expect, test } from 'vitest'
import { soundOfHangul, soundOfKana, soundOfLatin } from '#src/translation/align/loan-words.ts'

describe('loan words sound as they do in English', () => {
  test.each([
    ['content', 'コンテンツ'],
    ['template', 'テンプレート'],
    ['project', 'プロジェクト'],
    ['label', 'ラベル'],
    ['migration', 'マイグレーション'],
    ['chat', 'チャット'],
  ])('%s is %s', (english, japanese) => {
    expect(soundOfKana(japanese).replaceAll('NP', 'MP')).toBe(soundOfLatin(english))
  })

  test.each([
    ['namespace', '네임스페이스'],
    ['class', '클래스'],
    ['token', '토큰'],
    ['network', '네트워크'],
    ['decorator', '데코레이터'],
    ['script', '스크립트'],
  ])('%s is %s', (english, korean) => {
    expect(soundOfHangul(korean)).toBe(soundOfLatin(english))
  })
})
